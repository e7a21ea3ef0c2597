import { foldPlain } from '../text/fold.ts';
import type { Account } from './account.ts';

/** Something that several projects use. */
export interface SharedThing {
  readonly kind: '平台' | '数据' | '项目';
  readonly name: string;
  /** The registered project that provides it; undefined for what the city or the province provides. */
  readonly provider: Account | undefined;
  readonly users: readonly Account[];
}

/** Platforms that every district has or is given, and how filings name them. */
const PLATFORMS = [
  ['政务云', /政务云/],
  ['统一身份认证', /统一身份认证/],
  ['总平台', /总平台/],
  ['一网通办平台', /一网通办/],
  ['政务数据共享平台', /数据共享平台|共享交换平台|共享平台/],
  ['视频联网平台', /视频(?:监控)?联网|联网平台/],
  ['地理信息平台', /地理信息|天地图/],
] as const;
/** A project's name is looked for in others' words without what only tells phases apart. */
const BESIDES = /（[^）]*）|\([^)]*\)/g;
/** Shorter names stand in other words by chance. */
const SHORTEST_NAME = 6;

/**
 * Who shares what, by what the filings say of themselves: platforms named in 利旧情况, data that one uses and another
 * produces or that several use, and projects that others reuse, go on from or name. What is used most stands first.
 */
export function sharedThings(accounts: readonly Account[]): readonly SharedThing[] {
  return [...platforms(accounts), ...data(accounts), ...projects(accounts)].sort(
    (a, b) => b.users.length - a.users.length || (a.name < b.name ? -1 : 1),
  );
}

function platforms(accounts: readonly Account[]): readonly SharedThing[] {
  return PLATFORMS.flatMap(([name, words]): SharedThing[] => {
    const users = accounts.filter(
      ({ entry: { filing }, life }) =>
        (filing.reuse ?? []).some((line) => words.test(line)) ||
        (name === '总平台' && life.integration.platform === '已对接'),
    );
    return users.length < 2 ? [] : [{ kind: '平台', name, provider: undefined, users }];
  });
}

function data(accounts: readonly Account[]): readonly SharedThing[] {
  const byName = (of: (account: Account) => readonly string[] | undefined) =>
    Map.groupBy(
      accounts.flatMap((account) => (of(account) ?? []).map((name) => ({ account, name }))),
      ({ name }) => foldPlain(name),
    );
  const used = byName(({ entry }) => entry.filing.dataUsed);
  const produced = byName(({ entry }) => entry.filing.dataProduced);
  return [...used].flatMap(([key, uses]): SharedThing[] => {
    const provider = produced.get(key)?.[0]?.account;
    const users = [...new Set(uses.map(({ account }) => account))].filter((one) => one !== provider);
    const isShared = users.length > 1 || (users.length > 0 && provider !== undefined);
    return isShared ? [{ kind: '数据', name: uses[0]?.name ?? key, provider, users }] : [];
  });
}

function projects(accounts: readonly Account[]): readonly SharedThing[] {
  const said = accounts.map((account) => ({
    account,
    text: foldPlain((account.entry.filing.reuse ?? []).join('\n')),
  }));
  return accounts.flatMap((provider): SharedThing[] => {
    const name = foldPlain(provider.name.replace(BESIDES, ''));
    const users = said
      .filter(({ account, text }) => account !== provider && uses(account, provider, text, name))
      .map(({ account }) => account);
    return users.length === 0 ? [] : [{ kind: '项目', name: provider.name, provider, users }];
  });
}

function uses({ entry: { filing } }: Account, provider: Account, text: string, name: string): boolean {
  const isNamed = name.length >= SHORTEST_NAME && text.includes(name);
  const isAnswered = (filing.answers ?? []).some(
    ({ target, verdict }) => target === provider.id && verdict !== '差异说明',
  );
  return isNamed || isAnswered || filing.predecessor === provider.id;
}
