import type { ArgsDef, CommandDef } from 'citty';
import { say } from '../../src/io/say.ts';

/** What stands behind an option, by its type. */
const VALUES: Readonly<Record<string, string>> = { string: ' 内容', boolean: '' };
const WIDTH = 22;

/** The help of one command in Chinese; the library's own speaks English. */
export async function showHelp<T extends ArgsDef>(command: CommandDef<T>): Promise<void> {
  const { meta, args } = command;
  const about = await (typeof meta === 'function' ? meta() : meta);
  const options = await (typeof args === 'function' ? args() : args);
  say(helpText(about?.name ?? '', about?.description ?? '', options ?? {}));
}

/** What a command does and takes, in words. */
export function helpText(name: string, description: string, options: ArgsDef): string {
  const lines = Object.entries(options).map(([option, { type = 'string', description: does, ...rest }]) => {
    const head = `  --${option}${VALUES[type] ?? ''}`;
    const given =
      'default' in rest && rest.default !== undefined ? `（不写时是 ${String(rest.default)}）` : '';
    return `${padded(head)}${does ?? ''}${given}`;
  });
  return [
    `${name}：${description}`,
    '',
    `用法：npm run -s registry -- ${name} [内容] [选项]`,
    ...(lines.length === 0 ? [] : ['', '选项：', ...lines]),
  ].join('\n');
}

/** A Chinese character is as wide as two letters. */
function padded(words: string): string {
  const width = [...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0);
  return words + ' '.repeat(Math.max(2, WIDTH - width));
}
