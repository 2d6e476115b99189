import { describe, expect, it, vi } from 'vitest';
import { bookmarklet, capturedFrom, postingOf } from './captured';

const page = {
  title: 'Baker · Crumb',
  url: 'https://crumb.example/1?a=b#c',
  text: 'We bake “bread” & 100 % rye.',
};

describe('capturedFrom', () => {
  it('reads what the bookmarklet sends', () =>
    expect(capturedFrom({ hash: `#${encodeURIComponent(JSON.stringify(page))}`, search: '' })).toEqual(page));
  it('reads a share, whose address may come as text', () =>
    expect(capturedFrom({ hash: '', search: '?title=Baker&text=https://crumb.example/1' })).toEqual({
      title: 'Baker',
      url: 'https://crumb.example/1',
      text: '',
    }));
  it('takes no address that is none', () =>
    expect(capturedFrom({ hash: '', search: '?url=javascript:alert(1)' })).toBeNull());
  it.each(['', '#how', '#%7B', '#null'])('finds nothing in %j', (hash) =>
    expect(capturedFrom({ hash, search: '' })).toBeNull(),
  );
});

it('opens the capture page with what is on the page, nothing of it in the query', () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  document.title = page.title;
  document.body.innerText = page.text;
  const code = decodeURIComponent(bookmarklet('https://jobs.example').slice('javascript:'.length));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- as a browser does
  new Function(code)();
  const address = new URL(String(open.mock.calls[0]?.[0]));
  expect(address.origin + address.pathname + address.search).toBe('https://jobs.example/capture');
  expect(capturedFrom({ hash: address.hash, search: '' })).toMatchObject({
    title: page.title,
    text: page.text,
  });
});

it('puts the title on top of a text that does not name it', () => {
  expect(postingOf(page)).toBe(`${page.title}\n\n${page.text}`);
  expect(postingOf({ ...page, text: `${page.title} is here` })).toBe(`${page.title} is here`);
  expect(postingOf({ ...page, text: '' })).toBe(page.url);
});
