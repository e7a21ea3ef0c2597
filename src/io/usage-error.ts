/** Wrong usage, or something that cannot be read: its message is a sentence for the person at the keyboard. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
