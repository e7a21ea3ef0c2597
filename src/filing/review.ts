import type { Raw } from '../text/raw.ts';
import { rawWords } from './ask-field.ts';
import type { Interviewed } from './interview.ts';
import type { Recorder } from './recording.ts';

/** One line of the list of all answers. */
export interface Reviewed {
  readonly label: string;
  /** The key under which its answers are kept. */
  readonly field: string;
  readonly words: string;
}

const MOST = 60;

/** Shows all answers and lets the person change any of them; returns once all are right. */
export async function review(
  recorder: Recorder,
  start: readonly Reviewed[],
  { values }: Interviewed,
  labels: readonly string[],
): Promise<void> {
  const fields = labels.map((label) => ({ label, field: label, words: shown(values[label]) }));
  const lines = [...start, ...fields];
  recorder.plain.say(
    lines.map(({ label, words }, at) => `${at + 1}. ${label}：${words}`).join('\n'),
    '填的都在这里',
  );
  const at = await recorder.plain.text({
    key: '改第几项',
    message: '全部对的，直接回车，写成文件；要改的，写前面的序号',
    placeholder: '例如 5；全部对的直接回车',
    long: false,
    validate: (text) =>
      text.trim() === '' || lineAt(lines, text)
        ? undefined
        : `写 1 到 ${lines.length} 的序号，或者直接回车。`,
  });
  const line = lineAt(lines, at);
  if (line) recorder.reopen(line.field);
}

function lineAt(lines: readonly Reviewed[], text: string): Reviewed | undefined {
  const digits = /^(?:第)?(\d{1,3})(?:项)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
  return digits === undefined ? undefined : lines[Number(digits) - 1];
}

function shown(raw: Raw | undefined): string {
  const words = raw === undefined || raw === '' ? '（没有填）' : rawWords(raw);
  return words.length > MOST ? `${words.slice(0, MOST)}…（共 ${words.length} 字）` : words;
}
