import './api/start';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query';
import { router } from './router';
import { isTyping, onKeyDown } from './shell/shortcuts';
import { t } from './strings';
import { cssVariables, theme } from './theme';
import { LiveRegion } from './ui/announce';
import { undoLatest } from './ui/toast';

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
setNonce(nonce);

document.addEventListener('keydown', (event) => {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (isUndo && !isTyping(event.target) && undoLatest()) event.preventDefault();
  else onKeyDown(event);
});
// After an update the parts of the old build are gone from the server: the page of the new one is one reload away.
window.addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  location.reload();
});

// Paper is white, whatever the screen is: what is printed from the dark is printed from the light.
const { dataset } = document.documentElement;
let onScreen = 'light';
addEventListener('beforeprint', () => {
  onScreen = dataset['mantineColorScheme'] ?? 'light';
  dataset['mantineColorScheme'] = 'light';
});
addEventListener('afterprint', () => {
  dataset['mantineColorScheme'] = onScreen;
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <LiveRegion />
        <section aria-label={t.toast.region}>
          {/* The default of 200 pixels cuts off what a toast asks, and its undo, on a phone. */}
          <Notifications
            position="bottom-right"
            limit={4}
            zIndex={1100}
            withinPortal={false}
            notificationMaxHeight="80dvh"
          />
        </section>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
