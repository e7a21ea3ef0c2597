import { href } from '../view/links.ts';
import { type Query, sayQuery, writeQuery } from '../view/query.ts';
import { make, told } from './elements.ts';

/** What is said when nothing was found: what was searched, and what to do next. */
export function nothingFound(query: Query): Node[] {
  const asked = told('没有查到。', `查了全部项目的名称、单位、功能和建设内容，条件是${sayQuery(query)}。`);
  const steps = [make('li', {}, ['换一种说法，或者少写几个字，例如把「智慧停车管理平台」改成「停车」。'])];
  if (Object.keys(query.filters).length > 0 && query.q !== '') {
    const wider = href('/projects/') + writeQuery({ ...query, filters: {} });
    steps.push(make('li', {}, [make('a', { href: wider }, [`去掉筛选，只查「${query.q}」`])]));
  }
  if (query.q !== '') {
    const similar = make('a', { href: `${href('/similar/')}#${encodeURIComponent(query.q)}` }, ['我想建…']);
    steps.push(make('li', {}, ['按意思查：', similar, '，换了说法的同类项目也能找到。']));
  }
  const guide = make('a', { href: href('/declare/') }, ['我要申报']);
  steps.push(make('li', {}, ['确实没有同类项目、准备新建的，', guide, '。']));
  return [asked, make('ul', {}, steps)];
}

/** What is said when the search itself did not work; the standing list is shown below it. */
export function searchFailed(reason: 'not-loaded' | 'replaced'): Node[] {
  const again = make('a', { href: location.href }, ['重新打开本页']);
  const why = reason === 'replaced' ? '登记库刚刚更新，' : '没有读到查询用的文件，网络可能断了。';
  return [told('查询没有完成。', why, again, '再查；下面仍是全部项目的列表。')];
}
