"""PDF output with reportlab: own line breaking and pages, so that nothing is drawn blank and every word reads back."""
