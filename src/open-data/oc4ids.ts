import type { Account } from '../accounts/account.ts';
import { stepsThatHold } from '../accounts/account.ts';
import { earliestDay, latestDay } from '../form/dates.ts';
import type { Fen } from '../form/money.ts';
import type { Category } from '../regulation/vocabulary.ts';
import { type About, moment, registryIri } from './about.ts';
import { yuan } from './dcat.ts';

/** What every project is, and what its category adds; codes of the open list projectSector. */
const SECTORS: Readonly<Record<Category, readonly string[]>> = {
  政务服务类: ['governance'],
  公共服务类: [],
  便民服务类: [],
  社会治理类: ['governance'],
  其他类: [],
};

/**
 * A project package of the Open Contracting for Infrastructure Data Standard 0.9
 * (standard.open-contracting.org/infrastructure/0.9). Sums are in yuan. Identifiers carry no `oc4ids-` prefix: the
 * office has to ask for one; until then they are the registry's own.
 */
export function oc4idsPackage(accounts: readonly Account[], about: About): string {
  const { publisher, day, licence } = about;
  return `${JSON.stringify(
    {
      uri: registryIri(about, 'data/oc4ids.json'),
      publishedDate: moment(day),
      version: '0.9',
      publisher: { name: publisher },
      ...(licence ? { license: licence.url } : {}),
      projects: accounts.map(project),
    },
    null,
    2,
  )}\n`;
}

function project(account: Account): object {
  const { id, name, entry, life, unit, unitName, budget, demo } = account;
  const { filing } = entry;
  const sectors = new Set(['communications', ...(filing.categories ?? []).flatMap((one) => SECTORS[one])]);
  const title = demo ? `${name}（演示）` : name;
  return {
    id,
    title,
    ...(filing.content || filing.effect ? { description: filing.content ?? filing.effect } : {}),
    status: statusOf(account),
    sector: [...sectors],
    ...(filing.effect ? { purpose: filing.effect } : {}),
    ...listed(
      'additionalClassifications',
      (filing.categories ?? []).map((one) => ({ scheme: '金政〔2021〕22号', id: one, description: one })),
    ),
    ...(filing.period
      ? {
          period: {
            startDate: moment(earliestDay(filing.period.from)),
            endDate: moment(latestDay(filing.period.to)),
          },
        }
      : {}),
    ...(budget === undefined ? {} : { budget: budgetOf(account, budget) }),
    parties: [
      { id: unit, name: unitName, roles: ['publicAuthority', 'administrativeEntity'] },
      ...(filing.lead && filing.lead.name !== unitName
        ? [{ id: `${unit}-lead`, name: filing.lead.name, roles: ['buyer'] }]
        : []),
    ],
    ...listed(
      'documents',
      (filing.attachments ?? []).map((one, at) => ({
        id: String(at + 1),
        ...(one.name.includes('方案') ? { documentType: 'projectScope' } : {}),
        title: one.name,
        datePublished: moment(one.date),
      })),
    ),
    ...completion(account),
    ...(life.number ? { identifiers: [{ scheme: '登记号', id: life.number }] } : {}),
  };
}

/** A list that has something in it; the standard has no use for an empty one. */
const listed = (key: string, values: readonly object[]): object =>
  values.length === 0 ? {} : { [key]: values };

/** The closed list projectStatus. */
function statusOf({ phase, life, counted }: Account): string {
  if (!counted) return phase === '待受理' ? 'identification' : 'cancelled';
  if (phase === '已停用') return 'cancelled';
  if (phase === '已建成')
    return life.facts.has('accepted') || !life.route?.approval ? 'completed' : 'completion';
  if (phase === '正在建设') return 'implementation';
  return life.route?.approval && life.approvedOn === undefined ? 'identification' : 'preparation';
}

const value = (amount: Fen) => ({ amount: yuan(amount), currency: 'CNY' });

function budgetOf({ entry, life }: Account, budget: Fen): object {
  const sources = entry.filing.sources ?? [];
  return {
    amount: value(budget),
    ...(life.approvedOn === undefined ? {} : { approvalDate: moment(life.approvedOn) }),
    ...listed(
      'budgetBreakdown',
      sources.map(({ source, amount }, at) => ({
        id: String(at + 1),
        description: source,
        amount: value(amount),
      })),
    ),
  };
}

function completion({ life, entry }: Account): object {
  const done = stepsThatHold(life).findLast(({ act }) => act === '完工')?.event.date;
  const actual = life.money.actual ?? entry.filing.actual;
  if (done === undefined && actual === undefined) return {};
  return {
    completion: {
      ...(done === undefined ? {} : { endDate: moment(done) }),
      ...(actual === undefined ? {} : { finalValue: value(actual) }),
    },
  };
}
