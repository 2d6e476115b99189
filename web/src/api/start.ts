/** Imported before everything else: the session is asked for while the rest of the client is still being evaluated. */
import { start } from './session';

start();
