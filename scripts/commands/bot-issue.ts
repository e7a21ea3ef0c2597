import { fileIssue } from '../../src/forge/file-issue.ts';
import type { SweepOptions } from '../../src/forge/sweep.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { say } from '../../src/io/say.ts';
import { EXIT, stop } from './exit.ts';
import type { GivenForge } from './given-forge.ts';

/**
 * `bot issue`: a filing out of an issue. The number of the request goes into a file for the job that judges it. Exit 1
 * when the request could not be opened although the issue was read: the office has to do something.
 */
export async function runIssue(
  { forge }: GivenForge,
  given: string | undefined,
  out: string | undefined,
  options: SweepOptions,
): Promise<void> {
  if (given === undefined || !/^[1-9]\d{0,8}$/.test(given)) stop('写明 --change：申报单的编号。');
  const { kind, request = '' } = await fileIssue(forge, Number(given), options);
  if (out !== undefined) replaceFile(out, request);
  say(request === '' ? `第 ${given} 号：${kind}。` : `第 ${given} 号：${kind}，第 ${request} 号送件单。`);
  if (kind === '没有开成') process.exitCode = EXIT.findings;
}
