import type { RouteObject } from 'react-router';
import { expect, it } from 'vitest';
import served from '../client-routes.json';
import { routes } from './router';

function firstSegments(list: RouteObject[]): string[] {
  return list.flatMap(({ path, children }) => {
    const segment = path?.split('/').find(Boolean);
    return segment && segment !== '*' ? [segment] : firstSegments(children ?? []);
  });
}

it('has no page that the server would not serve', () => {
  expect([...new Set(firstSegments(routes))].filter((segment) => !served.includes(segment))).toEqual([]);
});
