import { defineCommand, runMain, type SubCommandsDef } from 'citty';
import { say } from '../src/io/say.ts';
import { stop } from './commands/exit.ts';
import { showHelp } from './commands/help.ts';

/** The command line: a file for each subcommand, loaded when it is called. */
const COMMANDS = {
  check: [
    '核对项目文件，逐条说明问题和改法',
    () => import('./commands/check.ts').then((module) => module.checkCommand),
  ],
  gate: [
    '判断一次提交：结论、评论、标签、核对单',
    () => import('./commands/gate.ts').then((module) => module.gateCommand),
  ],
  protect: [
    '在 GitHub 上设主分支保护，或核对还有哪些没有办好',
    () => import('./commands/protect.ts').then((module) => module.protectCommand),
  ],
  'after-merge': [
    '并入以后：再核对一遍主分支，给登记号，记「受理」',
    () => import('./commands/after-merge.ts').then((module) => module.afterMergeCommand),
  ],
  route: [
    '三项回答，告诉走哪条路径、填哪种表',
    () => import('./commands/route.ts').then((module) => module.routeCommand),
  ],
  new: [
    '在终端里一问一答填报，可以中断',
    () => import('./commands/new.ts').then((module) => module.newCommand),
  ],
  edit: [
    '改一份已有的项目文件，问法和 new 一样',
    () => import('./commands/edit.ts').then((module) => module.editCommand),
  ],
  import: [
    '台账（.xls、.xlsx、.ods、.et、.csv、.json、.jsonl）读成参考项目或备案草稿',
    () => import('./commands/import.ts').then((module) => module.importCommand),
  ],
  harvest: [
    '收录其他登记库的开放数据，写成参考项目，注明出处',
    () => import('./commands/harvest.ts').then((module) => module.harvestCommand),
  ],
  init: [
    '去掉全部演示内容，正式启用',
    () => import('./commands/init.ts').then((module) => module.initCommand),
  ],
  similar: [
    '找相似的项目，说明像在哪里',
    () => import('./commands/similar.ts').then((module) => module.similarCommand),
  ],
  record: [
    '办公室记一件办理事项：受理、审核、论证、验收等',
    () => import('./commands/record.ts').then((module) => module.recordCommand),
  ],
  status: [
    '项目办到哪一步，轮到谁办',
    () => import('./commands/status.ts').then((module) => module.statusCommand),
  ],
  queue: [
    '等着办的事：等谁、办什么、等了几天',
    () => import('./commands/queue.ts').then((module) => module.queueCommand),
  ],
  export: [
    '导出台账：Excel、CSV、JSON、JSON-LD、OC4IDS、检索引擎批量导入',
    () => import('./commands/export.ts').then((module) => module.exportCommand),
  ],
  evaluate: [
    '年度评价（第十条）：各单位和全区一年的数字',
    () => import('./commands/evaluate.ts').then((module) => module.evaluateCommand),
  ],
  paper: [
    '打印用的表和公文，空白的或填好的（Word 或网页）',
    () => import('./commands/paper.ts').then((module) => module.paperCommand),
  ],
  packet: [
    '专家论证材料：申报、方案清单、查重和答复、问题',
    () => import('./commands/packet.ts').then((module) => module.packetCommand),
  ],
  unfiled: [
    '采购公告与登记对照，列出请单位核对的',
    () => import('./commands/unfiled.ts').then((module) => module.unfiledCommand),
  ],
  submit: [
    '送件：核对一份申报，提交给办公室',
    () => import('./commands/submit.ts').then((module) => module.submitCommand),
  ],
  receive: [
    '办公室收下交来的一份文件：核对、放好、提交',
    () => import('./commands/receive.ts').then((module) => module.receiveCommand),
  ],
  bot: [
    '代码平台上的机器人：核对送件单，写评论、状态和标签，并入',
    () => import('./commands/bot.ts').then((module) => module.botCommand),
  ],
  hook: [
    '在只有 Git 的服务器上把关：装钩子，核对推上来的改动',
    () => import('./commands/hook.ts').then((module) => module.hookCommand),
  ],
  finance: [
    '财政资金：没有批准的，和已批准的余额',
    () => import('./commands/finance.ts').then((module) => module.financeCommand),
  ],
  receipt: [
    '财政回执：批准了多少、付了多少、还余多少',
    () => import('./commands/receipt.ts').then((module) => module.receiptCommand),
  ],
  verify: [
    '核对财政回执还有没有效，或按登记号查批准',
    () => import('./commands/verify.ts').then((module) => module.verifyCommand),
  ],
  keygen: [
    '生成办公室的封存密钥',
    () => import('./commands/keygen.ts').then((module) => module.keygenCommand),
  ],
  seal: [
    '把联系方式或附件封存给办公室',
    () => import('./commands/seal.ts').then((module) => module.sealCommand),
  ],
  unseal: [
    '办公室用私钥打开封存的内容',
    () => import('./commands/unseal.ts').then((module) => module.unsealCommand),
  ],
  generate: [
    '由字段表生成模板、数据格式和编辑器提示',
    () => import('./commands/generate.ts').then((module) => module.generateCommand),
  ],
  coverage: [
    '管理办法逐条：由什么落实，或为什么不由程序落实',
    () => import('./commands/coverage.ts').then((module) => module.coverageCommand),
  ],
} as const satisfies Record<string, readonly [string, SubCommandsDef[string]]>;

const subCommands: SubCommandsDef = Object.fromEntries(
  Object.entries(COMMANDS).map(([command, [, load]]) => [command, load]),
);

const HELP = [
  '用法：npm run -s registry -- 命令 [选项]',
  '',
  ...Object.entries(COMMANDS).map(([name, [description]]) => `  ${name.padEnd(13)}${description}`),
  '',
  '每个命令的选项：npm run -s registry -- 命令 --help',
].join('\n');

/** Options that may stand several times. Of any other the parser would take the last without a word. */
const REPEATED: readonly string[] = ['--open'];

function givenTwice(words: readonly string[]): string | undefined {
  const options = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? '');
  return options.find((option, at) => !REPEATED.includes(option) && options.indexOf(option) !== at);
}

const [name = '--help', ...words] = process.argv.slice(2);
const twice = givenTwice(words);
if (name === '--help' || name === '-h') say(HELP);
else if (!Object.hasOwn(COMMANDS, name)) stop(`没有「${name}」这个命令。\n\n${HELP}`);
else if (twice !== undefined) stop(`${twice} 写了两次，说不清要哪一个；只写一次。`);
else await runMain(defineCommand({ meta: { name: 'registry' }, subCommands }), { showUsage: showHelp });
