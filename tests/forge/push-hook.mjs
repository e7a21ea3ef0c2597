// post-receive of the stand-ins for Gitea and GitLab: tells the server what was pushed, and the clerk what it answers.
let input = '';
for await (const piece of process.stdin) input += piece;
const count = Number(process.env.GIT_PUSH_OPTION_COUNT ?? 0);
const options = Array.from({ length: count }, (_, at) => process.env[`GIT_PUSH_OPTION_${at}`] ?? '');
const updates = input
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
const answer = await fetch(process.env.PUSHED_URL ?? '', {
  method: 'POST',
  body: JSON.stringify({ updates, options, actor: Number(process.env.REGISTRY_ACTOR) }),
});
process.stdout.write(await answer.text());
