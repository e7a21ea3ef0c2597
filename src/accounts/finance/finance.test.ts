import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../check.ts';
import { knowsCommit, recordsCommit } from '../../io/records-commit.ts';
import { exampleFile } from '../../rules/examples/examples.ts';
import { writeEvent } from '../../text/write-event.ts';
import { accountsOn } from '../account.ts';
import { type GivenReceipt, readReceipt } from './read-receipt.ts';
import { isNoReceipt, type Receipt, receiptDigest, receiptOf, receiptText } from './receipt.ts';
import { unapprovedMoney } from './unapproved.ts';
import { type CommitKnown, verifyReceipt } from './verify.ts';

const TODAY = '2026-11-27';
const COMMIT = 'a'.repeat(40);
const EVENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  受理: { 事项: '受理', 登记号: '示数申〔2026〕7号' },
  审过: { 事项: '审核', 结论: '通过' },
  论过: {
    事项: '专家论证',
    结论: '通过',
    专家人数: '5',
    同意人数: '5',
    意见书编号: '论证〔2026〕6号',
    说明: '先接总平台。',
  },
  立项: { 事项: '立项', 文号: '示发改〔2026〕12号', 金额: '300' },
  下达: { 事项: '资金下达', 文号: '示财〔2026〕31号', 金额: '160' },
  多下: { 事项: '资金下达', 文号: '示财〔2026〕32号', 金额: '400' },
  重审: { 事项: '变更', 重新审核: '是', 金额: '480', 说明: '增加两个社区。' },
  开工: { 事项: '开工' },
  撤批: { 事项: '撤销批准', 文号: '示数〔2026〕20号', 说明: '材料不实。' },
};

/** A project of 320 万元 public money with these events, a day apart from 10 March on. */
function read(
  script: string,
  edit: Readonly<Record<string, unknown>> = {},
  base: '6.2财政' | '6.1' = '6.2财政',
) {
  const names = script.split(' ').filter(Boolean);
  const log = names.map((name, at) => {
    const day = `2026-${String(3 + Math.floor(at / 20)).padStart(2, '0')}-${String(10 + (at % 20)).padStart(2, '0')}`;
    return writeEvent({ 日期: day, ...EVENTS[name], 经办: '综合组' });
  });
  const files = {
    'projects/shili/a.md': exampleFile({ base, edit } as Parameters<typeof exampleFile>[0]).text,
    ...(log.length > 0 ? { 'records/shili/a.yaml': log.join('') } : {}),
  };
  const sources = Object.entries(files).map(([file, text]) => ({
    file,
    bytes: new TextEncoder().encode(text),
  }));
  const result = check(sources, { today: TODAY, similarity: { compare: '不查' } });
  const [account] = accountsOn(result, TODAY);
  if (!account) throw new Error('nothing was read');
  return { account, findings: result.findings };
}

const APPROVED = '受理 审过 论过';
const receipt = (script: string, which?: number): Receipt => {
  const answer = receiptOf(read(script).account, COMMIT, TODAY, which);
  if (isNoReceipt(answer)) throw new Error(answer.why);
  return answer;
};
const verify = (given: GivenReceipt, script: string, edit = {}, commit: CommitKnown = '在历史里') => {
  const accounts = [read(script, edit).account];
  return verifyReceipt(given, { accounts, commit, day: TODAY });
};

describe('the receipt for Finance', () => {
  it('says what was approved, what was paid and what is left, with the conditions', () => {
    const { 条件, 摘要, ...rest } = receipt(`${APPROVED} 立项 下达`);
    expect(rest).toMatchObject({
      登记号: '示数申〔2026〕7号',
      批准总投资: 320,
      立项金额: 300,
      累计下达: 160,
      余额: 140,
      第几次批准: 1,
    });
    expect(条件.join('')).toMatch(/超过 320.00 万元.*作废.*撤销批准.*先接总平台/);
    expect(摘要).toBe(receiptDigest(receipt(APPROVED)));
    expect(receiptText(receipt(APPROVED))).toContain('先按程序立项，再申请财政资金（第九条）');
  });

  it.each([
    ['', '还没有受理'],
    ['受理 审过', '还没有通过'],
    ['受理', '还没有通过'],
  ])('is not written after 「%s」', (script, why) => {
    expect(receiptOf(read(script).account, COMMIT, TODAY)).toMatchObject({
      why: expect.stringContaining(why),
    });
  });

  it.each([
    ['有效', `${APPROVED} 立项 下达`, {}, '余额 140.00 万元'],
    ['作废', APPROVED, { 资金预算: '400', 资金来源: [{ 来源: '区级财政', 金额: '400' }] }, '增加到 400 万元'],
    ['作废', `${APPROVED} 立项 多下`, {}, '超过批准的 320.00 万元'],
    ['作废', `${APPROVED} 撤批`, {}, '不再有效'],
    ['暂停', `${APPROVED} 重审`, {}, '正在重新审核'],
    ['作废', `${APPROVED} 重审 审过 论过`, {}, '第 2 次批准'],
  ])('is %s after 「%s」', (standing, script, edit, says) => {
    const verdict = verify(receipt(APPROVED), script, edit);
    expect([verdict.standing, verdict.says.join('')]).toEqual([standing, expect.stringContaining(says)]);
  });

  it('does not hold when anything on it was altered, or when its commit is from elsewhere', () => {
    const given = receipt(APPROVED);
    expect(verify({ ...given, 批准总投资: 990 }, APPROVED).standing).toBe('不符');
    expect(verify({ ...given, 余额: 400 }, `${APPROVED} 立项 下达`).says.join('')).toContain('先后的记录');
    const forged = { ...given, 批准总投资: 990 };
    const sealed = { ...forged, 摘要: receiptDigest(forged) };
    expect(verify(sealed, APPROVED)).toMatchObject({
      standing: '不符',
      says: ['批准总投资：回执写「990」，登记库是「320」。', expect.stringContaining('另出一份')],
    });
    const elsewhere = verify(given, APPROVED, {}, '不在历史里');
    expect([elsewhere.standing, elsewhere.says.join('')]).toEqual([
      '不符',
      expect.stringContaining('先更新'),
    ]);
    const nowhere = verifyReceipt(given, { accounts: [], commit: '在历史里', day: TODAY });
    expect([nowhere.standing, nowhere.says.join('')]).toEqual([
      '不符',
      expect.stringContaining('登记库里没有'),
    ]);
    expect(verify(given, APPROVED, {}, '没有版本库').says.join('')).toContain('没有核对提交');
  });
});

describe('a receipt as Finance has it', () => {
  const given = receipt(`${APPROVED} 立项 下达`);
  const held = (text: string) => {
    const read = readReceipt(text);
    return 'why' in read ? read.why : verify(read, `${APPROVED} 立项 下达`).standing;
  };
  const wide = (text: string): string =>
    text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

  it.each([
    ['the file', JSON.stringify(given)],
    ['the lines of the printed one', receiptText(given)],
    ['typed with full-width digits', wide(receiptText(given))],
    ['typed with other brackets and blanks', receiptText(given).replace(/[〔]/g, '[').replace(/〕/g, '] ')],
    ['sums as text', JSON.stringify({ ...given, 批准总投资: '３２０．００ 万元', 余额: '140' })],
    ['the digest in capitals', JSON.stringify({ ...given, 摘要: given.摘要.toUpperCase() })],
    ['no more than the digest covers', JSON.stringify({ ...given, 余额: undefined, 提交: undefined })],
  ])('holds: %s', (_, text) => {
    expect(held(text)).toBe('有效');
  });

  it.each([
    ['cut off', JSON.stringify(given).slice(0, 200), '没有传完整'],
    ['cut off as lines', receiptText(given).split('\n').slice(0, 5).join('\n'), '没有读到「第几次批准」'],
    ['another text', '{"项目名称": "某平台"}', '不是财政回执'],
    ['nothing', '', '不是财政回执'],
    ['a balance that was raised', JSON.stringify({ ...given, 余额: 300 }), '不符'],
    ['立项 that was raised', JSON.stringify({ ...given, 立项金额: 320 }), '不符'],
    ['a digit typed wrong', receiptText(given).replace('320.00', '230.00'), '不符'],
  ])('does not hold: %s', (_, text, why) => {
    expect(held(text)).toContain(why);
  });

  it('says after a correction of the day what is written where', () => {
    const accounts = [read('受理 审过 审过 论过').account];
    const verdict = verifyReceipt(receipt(APPROVED), {
      accounts,
      commit: '在历史里',
      day: TODAY,
    });
    expect(verdict.standing).toBe('不符');
    expect(verdict.says.join('')).toContain('批准日期：回执写「2026-03-12」，登记库是「2026-03-13」。');
    expect(verdict.says.join('')).toContain('更正过；由办公室另出一份');
  });
});

describe('public money without approval', () => {
  it.each([
    ['正在申请，还没有批准', '受理 审过'],
    ['没有批准，已经开工', '受理 开工'],
    ['没有批准，已经付款或立项', '受理 下达'],
    ['超过批准的金额', `${APPROVED} 立项 多下`],
  ])('is listed as 「%s」 after 「%s」', (kind, script) => {
    const { account, findings } = read(script);
    expect(unapprovedMoney([account], findings).map((one) => one.kind)).toEqual([kind]);
  });

  it('names a filing whose work began under the regulation, and leaves out what is approved or private', () => {
    const built = { 已建成日期: '2025-12-20', 建设期限: { 起: '2025-03-01', 止: '2025-12-20' } };
    const filed = read('受理', built, '6.1');
    expect(unapprovedMoney([filed.account], filed.findings).map(({ kind }) => kind)).toEqual([
      '备案的项目，开工在办法施行以后、没有批准记录',
    ]);
    for (const script of [APPROVED, `${APPROVED} 立项 下达`]) {
      const { account, findings } = read(script);
      expect(unapprovedMoney([account], findings), script).toEqual([]);
    }
  });
});

describe('the commit of a receipt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'receipt-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.cn', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    git('add', '-A');
    git('commit', '-q', '-m', file);
  };

  it('is the last one of the records, and known to the history or not', async () => {
    git('init', '-q');
    put('registry/records/shili/a.yaml', 'a');
    const first = git('rev-parse', 'HEAD');
    put('registry/records/shili/b.yaml', 'b');
    const root = join(folder, 'registry');
    expect(await recordsCommit(root, 'shili/a')).toBe(first);
    expect(await recordsCommit(root, 'shili/none')).toBeUndefined();
    expect(await knowsCommit(root, first)).toBe('在历史里');
    expect(await knowsCommit(root, 'f'.repeat(40))).toBe('不在历史里');
    expect(await knowsCommit(root, '--help')).toBe('不在历史里');
    expect(await knowsCommit(tmpdir(), first)).toBe('没有版本库');
  });
});
