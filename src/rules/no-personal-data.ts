import type { Position, Problem } from '../domain/finding.ts';
import { findPersonalData, masked } from '../domain/privacy.ts';

const INSTEAD = '联系方式写「随纸质表报送」。要公开的只有单位的办公座机，由办公室写进单位名录。';

/** A public history cannot be unpublished: personal data is refused wherever it stands in a file. */
export const PRIVACY_RULE = {
  id: 'no-personal-data',
  title: '文件里不写手机号、身份证号和邮箱',
  severity: 'error',
  why: '提交的文件人人可看，而且改了以后旧内容仍查得到。姓名、电话、邮箱只写在纸质表上，或封存给办公室。',
  fix: `删去号码；${INSTEAD}`,
} as const;

/** All personal data in a text, as problems with their places. The numbers themselves are not repeated. */
export function personalDataProblems(text: string): Problem[] {
  return findPersonalData(text).map((found) => ({
    rule: PRIVACY_RULE.id,
    severity: PRIVACY_RULE.severity,
    path: [],
    at: positionAt(text, found.index),
    message: `联系方式：这里有${found.kind}（${masked(found)}），属于个人信息，不写进公开文件（附件1、附件2）`,
    fix: `删去这段${found.kind}；${INSTEAD}`,
    article: '附件1、附件2',
  }));
}

function positionAt(text: string, index: number): Position {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: index - lineStart + 1 };
}
