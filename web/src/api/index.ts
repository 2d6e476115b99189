export { client, form, read, readFile, saveFile } from './client';
export { ApiError, messageOf } from './errors';
export { engineQuery, useModel } from './engine';
export { oneByOne } from './oneByOne';
export { connect } from './socket';
export { follow, whileVisible } from './stream';
export { useSession, useUser } from './session';
export type * from './schema';
