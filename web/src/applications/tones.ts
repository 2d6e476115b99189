import type { Tone } from '../ui';
import type { Status } from './board';

export const TONES: Record<Status, Tone> = {
  interested: 'neutral',
  applied: 'info',
  interviewing: 'brand',
  offer: 'good',
  rejected: 'bad',
  closed: 'neutral',
};
