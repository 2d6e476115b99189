/** What the bookmarklet, or another app's "share", hands over of a page. */
export interface Captured {
  title: string;
  url: string;
  text: string;
}

const MOST_CHARACTERS = 100_000;

/**
 * The bookmarklet: the selected text, or else the page's, with title and address. It travels behind the `#`, which
 * browsers send to no server.
 */
export function bookmarklet(origin: string): string {
  const code =
    `(()=>{const d=document,s=String(getSelection());` +
    `const c={title:d.title,url:location.href,text:(s.trim().length>200?s:d.body.innerText).slice(0,${MOST_CHARACTERS})};` +
    `window.open(${JSON.stringify(`${origin}/capture#`)}+encodeURIComponent(JSON.stringify(c)))})()`;
  return `javascript:${encodeURIComponent(code)}`;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function cleaned({ title, url, text: body }: Partial<Record<keyof Captured, unknown>>): Captured | null {
  const address = /^https?:\/\//.test(text(url)) ? text(url) : '';
  // Android's browsers share the address as text.
  const shared = /^https?:\/\/\S+$/.test(text(body)) ? text(body) : '';
  const captured = {
    title: text(title),
    url: address || shared,
    text: shared ? '' : text(body).slice(0, MOST_CHARACTERS),
  };
  return captured.url || captured.text ? captured : null;
}

/** Reads what was handed over, behind the `#` by the bookmarklet or in the query by a share; `null` without either. */
export function capturedFrom(location: { hash: string; search: string }): Captured | null {
  try {
    if (location.hash.length > 1)
      return cleaned(JSON.parse(decodeURIComponent(location.hash.slice(1))) as Record<string, unknown>);
  } catch {
    // Another `#` than the bookmarklet's.
  }
  return cleaned(Object.fromEntries(new URLSearchParams(location.search)));
}

/** The posting as it is read: text that does not begin with the title gets it on top, for it often names the job. */
export function postingOf({ title, url, text: body }: Captured): string {
  if (!body) return url;
  return title && !body.includes(title) ? `${title}\n\n${body}` : body;
}
