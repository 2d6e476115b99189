import { expect, it } from 'vitest';
import { csvOf } from './csv';

it('quotes what needs it, and leaves what is not known empty', () =>
  expect(
    csvOf([
      ['Name', 'n'],
      ['Resume, "short"\nversion', 3],
      ['Zürich', null],
    ]),
  ).toBe('\ufeffName,n\r\n"Resume, ""short""\nversion",3\r\nZürich,\r\n'));

it('lets no name become a formula, and no number a text', () =>
  expect(
    csvOf([
      ['=1+1', -2],
      ['＝cmd', 0.5],
    ]),
  ).toBe("\ufeff'=1+1,-2\r\n'＝cmd,0.5\r\n"));
