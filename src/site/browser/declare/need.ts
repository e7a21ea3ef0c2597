/** What of a draft is compared: the same parts as of a filing that lies in the registry. */
import type { Answers } from '../../../declare/answers.ts';
import type { Need, StatedFunction } from '../../../similarity/types.ts';
import type { Raw, RawMap } from '../../../text/raw.ts';

/** Under so many characters nothing is compared: a name alone finds too much. */
const LEAST = 12;

/** The need of a draft; undefined while too little is written. `id`: its own, which is never found. */
export function needOfDraft(answers: Answers, id: string, districtWide: boolean): Need | undefined {
  const description = [answers.项目概况, answers.建设内容]
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n');
  const name = textOf(answers.项目名称);
  if (textOf(answers.建设内容).length + functionsIn(answers.功能清单).length * LEAST < LEAST)
    return undefined;
  const [unit = ''] = id.split('/');
  const predecessor = textOf(answers.前期项目);
  return {
    id,
    name,
    unitCode: unit,
    districtWide,
    description,
    functions: functionsIn(answers.功能清单),
    audience: wordsIn(answers.服务对象),
    data: [...wordsIn(answers.使用数据), ...wordsIn(answers.产生数据)],
    ...(predecessor === '' ? {} : { predecessor }),
  };
}

function textOf(raw: Raw | undefined): string {
  return typeof raw === 'string' ? raw.trim() : '';
}

function wordsIn(raw: Raw | undefined): string[] {
  const all = Array.isArray(raw) ? raw.map(String) : typeof raw === 'string' ? raw.split(/[、，,；;\n]/) : [];
  return all.map((word) => word.trim()).filter((word) => word !== '');
}

function functionsIn(raw: Raw | undefined): StatedFunction[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((row) => {
    if (typeof row !== 'object' || Array.isArray(row)) return [];
    const { 名称: name, 说明: note } = row as RawMap;
    const called = textOf(name);
    return called === '' ? [] : [{ name: called, note: textOf(note) || undefined }];
  });
}
