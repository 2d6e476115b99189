import { useUser } from '../api';
import { useBoard } from '../applications/api';
import { Page } from '../ui';
import { NextActions } from './NextActions';
import { Funnel, Weeks } from './Numbers';
import { RecentDocuments, RecentJobs } from './Recent';
import { SampleNotice, StartCard } from './StartCard';
import { t } from './strings';
import { useStart } from './useStart';
import classes from './dashboard.module.css';

/** What needs somebody today, then the numbers; for newcomers the first steps instead. */
export function Dashboard() {
  const user = useUser();
  const start = useStart();
  const board = useBoard();
  const firstName = user.full_name.split(' ')[0] ?? '';
  const isNew = !start.data?.jobId;
  return (
    <Page title={t.welcome(firstName)}>
      <StartCard />
      <SampleNotice />
      {!isNew && (
        <div className={classes.blocks}>
          <NextActions />
          {/* They load meanwhile, and are shown where they stay: what is above them has its height by then. */}
          <div className={classes.rest} data-waits={board.isPending || undefined}>
            <Funnel />
            <Weeks />
            <RecentJobs />
            <RecentDocuments />
          </div>
        </div>
      )}
    </Page>
  );
}
