import type { Content } from '../../api';
import { unsaved, type Unsaved } from '../../api/unsaved';

/** Text of a document that the service does not have yet. */
export interface KeptDraft {
  /** The version it was written on. */
  version: number;
  content: Content;
}

export type DraftStorage = Unsaved<KeptDraft>;

export const draftStorage = (userId: string, documentId: string): DraftStorage =>
  unsaved(`document-${userId}-${documentId}`);
