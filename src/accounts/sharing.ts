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
  const named = namesIn(accounts);
  const byId = new Map(accounts.map(({ id }, at) => [id, at]));
  const users = accounts.map(() => new Set<number>());
  for (const [at, { entry }] of accounts.entries()) {
    const { reuse = [], answers = [], predecessor = '' } = entry.filing;
    const reused = answers.filter(({ verdict }) => verdict !== '差异说明').map(({ target }) => target);
    const told = [...reused, predecessor].flatMap((id) => byId.get(id) ?? []);
    for (const provider of [...named(foldPlain(reuse.join('\n'))), ...told])
      if (provider !== at) users[provider]?.add(at);
  }
  return accounts.flatMap((provider, at): SharedThing[] => {
    const own = [...(users[at] ?? [])].sort((a, b) => a - b).flatMap((user) => accounts[user] ?? []);
    return own.length === 0 ? [] : [{ kind: '项目', name: provider.name, provider, users: own }];
  });
}

/** Finds whose names stand in a text, by their numbers, in one pass over it however many names there are. */
function namesIn(accounts: readonly Account[]): (text: string) => readonly number[] {
  const names = accounts.map(({ name }, at) => ({ at, name: foldPlain(name.replace(BESIDES, '')) }));
  const byStart = Map.groupBy(
    names.filter(({ name }) => name.length >= SHORTEST_NAME),
    ({ name }) => name.slice(0, SHORTEST_NAME),
  );
  return (text) => {
    const found: number[] = [];
    for (let from = 0; from + SHORTEST_NAME <= text.length; from++)
      for (const { at, name } of byStart.get(text.slice(from, from + SHORTEST_NAME)) ?? [])
        if (text.startsWith(name, from)) found.push(at);
    return found;
  };
}
