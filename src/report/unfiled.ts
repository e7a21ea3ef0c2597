import { ASIDE, type Compared, type Notice, type Unfiled } from '../desk/unfiled.ts';
import { phoneWords } from '../desk/words.ts';
import { NOTHING_SET, type Office } from '../registry/office.ts';
import { harmless } from './pretty.ts';

/** Notices compared with the registry as JSON; amounts in 万元. */
export function unfiledJson({ units, filed, aside }: Compared): string {
  const said = ({ sheet, row, name, unit, amount, year }: Notice) => ({
    sheet,
    row,
    name,
    unit,
    amount,
    year,
  });
  return JSON.stringify(
    {
      units: units.map(({ unit, notices }) => ({
        code: unit.code,
        name: unit.name,
        phone: unit.phone,
        notices: notices.map(({ notice, near }) => ({
          ...said(notice),
          ...(near
            ? { near: { id: near.id, name: near.name, relation: near.relation, score: near.score } }
            : {}),
        })),
      })),
      filed: filed.map(({ notice, id, name }) => ({ ...said(notice), id, filedAs: name })),
      aside: aside.map(({ notice, why, near }) => ({ ...said(notice), why, near })),
    },
    null,
    2,
  );
}

/** The same in words: a list for each unit to look through, and what was put aside with the reason. */
export function unfiledText({ units, filed, aside }: Compared, office: Office = NOTHING_SET): string {
  const open = units.reduce((sum, { notices }) => sum + notices.length, 0);
  const head = `公告 ${open + filed.length + aside.length} 条：${open} 条没有找到对应的登记，${filed.length} 条已登记，${aside.length} 条没有比。`;
  const asks =
    '下面各条请单位核对：已经登记的，告诉办公室登记号；不属于登记范围的，说明原因；还没有登记的，照第六条申报。列在这里不等于应备未备。';
  const lists = units.map(({ unit, notices }) =>
    [
      `${unit.name}　电话 ${phoneWords(unit.phone, office)}（${notices.length} 条）`,
      ...notices.map(line),
    ].join('\n'),
  );
  const left = ASIDE.flatMap((why) => {
    const mine = aside.filter((one) => one.why === why);
    const shown = mine
      .slice(0, 20)
      .map(({ notice, near }) => `  ${place(notice)}　${harmless(notice.name)}${near ? `（${near}）` : ''}`);
    const more = mine.length > 20 ? [`  另有 ${mine.length - 20} 条`] : [];
    return mine.length === 0 ? [] : [[`没有比的：${why}（${mine.length} 条）`, ...shown, ...more].join('\n')];
  });
  return [head, ...(open > 0 ? [asks] : []), ...lists, ...left].join('\n\n');
}

function line({ notice, near }: Unfiled): string {
  const { name, amount, year } = notice;
  const facts = [year === undefined ? '' : `${year} 年`, amount === undefined ? '' : `${amount} 万元`]
    .filter(Boolean)
    .join('，');
  const like = near ? `　最像的登记：${near.name}（${near.id}）` : '';
  return `  ${place(notice)}　${harmless(name)}${facts === '' ? '' : `（${facts}）`}${like}`;
}

const place = ({ sheet, row }: Notice): string => `${harmless(sheet)} 第 ${row} 行`;
