// Before the first paint: the page never flashes in the other scheme.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage may be forbidden; then the system's scheme counts.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

// And the session is asked for while the client is still on its way. src/api/session.ts takes the answer; why it is
// asked like this, and one tab at a time, stands there.
(function () {
  try {
    if (localStorage.getItem('jobwise-signed-in') !== '1') return;
  } catch {
    return;
  }
  var ask = function () {
    return fetch('/api/v1/auth/refresh?cookie=true', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
      keepalive: true,
    });
  };
  var asked = navigator.locks ? navigator.locks.request('jobwise-refresh', ask) : ask();
  // The client says what went wrong once it is there; until then nobody listens, and the browser would call it uncaught.
  asked.catch(function () {});
  window.jobwiseRefresh = asked;
})();
