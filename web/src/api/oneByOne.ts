import type { BulkReport } from './index';
import { ApiError, messageOf } from './errors';

/** Does one thing after the other where the server takes no lists; what is gone already counts as done. */
export async function oneByOne(
  ids: readonly string[],
  run: (id: string) => Promise<unknown>,
): Promise<BulkReport> {
  const report: BulkReport = { done: [], failed: [] };
  for (const id of ids) {
    try {
      await run(id);
      report.done.push(id);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) report.done.push(id);
      else {
        const code = error instanceof ApiError ? error.code : 'unknown';
        report.failed.push({ id, code, message: messageOf(error) });
      }
    }
  }
  return report;
}
