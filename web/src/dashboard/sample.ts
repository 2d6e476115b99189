import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, form, read } from '../api';

/** By these the sample data is found again, from any browser. */
const SOURCE = 'sample';
const FILE = 'sample-resume.md';
const EMAIL = 'ines.carvalho@example.org';

async function load(): Promise<void> {
  const [resume, posting] = await Promise.all([
    import('../../../samples/resume.md?raw'),
    import('../../../samples/posting.txt?raw'),
  ]);
  const file = new File([resume.default], FILE, { type: 'text/markdown' });
  const uploaded = await read(client.POST('/api/v1/resumes', form({ file })));
  await read(client.POST('/api/v1/profiles/import', { body: { resume_id: uploaded.id } }));
  await read(client.POST('/api/v1/jobs', { body: { source: SOURCE, raw_text: posting.default } }));
}

/** Takes away what was loaded and what was made of it; nothing else. */
async function remove(): Promise<void> {
  const query = { limit: 100 };
  const jobs = await read(client.GET('/api/v1/jobs', { params: { query: { ...query, source: SOURCE } } }));
  const profiles = await read(client.GET('/api/v1/profiles', { params: { query } }));
  const resumes = await read(client.GET('/api/v1/resumes', { params: { query } }));
  for (const { id } of jobs.items) {
    // Documents outlive their job, so that no sent resume is lost by tidying; these go first.
    const documents = await read(
      client.GET('/api/v1/documents', { params: { query: { ...query, job_id: id } } }),
    );
    for (const document of documents.items) {
      await client.DELETE('/api/v1/documents/{document_id}', {
        params: { path: { document_id: document.id } },
      });
    }
    await client.DELETE('/api/v1/jobs/{job_id}', { params: { path: { job_id: id } } });
  }
  for (const { id, email } of profiles.items) {
    if (email === EMAIL)
      await client.DELETE('/api/v1/profiles/{profile_id}', { params: { path: { profile_id: id } } });
  }
  for (const { id, original_filename } of resumes.items) {
    if (original_filename === FILE)
      await client.DELETE('/api/v1/resumes/{resume_id}', { params: { path: { resume_id: id } } });
  }
}

/** Whether sample data is there, and how it comes and goes. */
export function useSample() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries();
  const isLoaded = useQuery({
    queryKey: ['jobs', 'sample'],
    queryFn: async () => {
      const query = { source: SOURCE, limit: 1 };
      return (await read(client.GET('/api/v1/jobs', { params: { query } }))).total > 0;
    },
  });
  return {
    isLoaded: isLoaded.data ?? false,
    load: useMutation({ mutationFn: load, onSuccess: refresh }),
    remove: useMutation({ mutationFn: remove, onSuccess: refresh }),
  };
}
