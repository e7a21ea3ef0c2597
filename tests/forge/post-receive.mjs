// post-receive of the stand-in for GitLab: the clerk reads what the server answers.
import { tellServer } from './tell-server.mjs';

let input = '';
for await (const piece of process.stdin) input += piece;
const count = Number(process.env.GIT_PUSH_OPTION_COUNT ?? 0);
const options = Array.from({ length: count }, (_, at) => process.env[`GIT_PUSH_OPTION_${at}`] ?? '');
const updates = input
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
for (const { said } of await tellServer(updates, options)) process.stdout.write(said);
