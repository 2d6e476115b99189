import { catalogue } from '../catalogue';

export const t = catalogue({
  title: 'Views',
  now: (name: string) => `View: ${name}`,
  none: 'Search, filter or sort the list. Then save here how you look at it, to come back with one click.',
  same: 'This is how the list looks now.',
  name: 'Name of this view',
  save: 'Save view',
  replace: 'Replace view',
  isSaved: (name: string) => `View “${name}” saved`,
  deleteLabel: (name: string) => `Delete view ${name}`,
  deleted: (name: string) => `View “${name}” deleted`,
});
