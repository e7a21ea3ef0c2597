import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../similarity/judge.ts';
import { requestForm, requestText } from './reuse-request.ts';

const CANDIDATE: Candidate = {
  id: 'jingba-lu/parking-k7q2',
  name: '停车诱导平台',
  unit: '金水区城市管理局',
  score: 0.6,
  worth: 0.6,
  relation: '疑似重复',
  mustAnswer: true,
  evidence: {
    points: [],
    functions: { matched: [], missing: [], drawn: true },
    assets: [],
    passages: [],
    concepts: [],
    counter: [],
    reusable: { functions: ['余位发布'], data: ['车位数据'], from: '金水区城市管理局' },
    suggestion: '',
  },
};
const NEED = { id: '-', name: '路边停车管理', description: '显示余位。'.repeat(200) };
const ADDRESS = 'https://example.org/projects/jingba-lu/parking-k7q2/';

describe('the prepared reuse request', () => {
  it('names the project, its unit and page, and what is wanted of it', () => {
    const text = requestText(CANDIDATE, NEED, ADDRESS);
    for (const part of ['停车诱导平台', '金水区城市管理局', ADDRESS, '余位发布', '车位数据', '路边停车管理'])
      expect(text).toContain(part);
  });

  it('fills in the form by the ids of its fields, short enough for an address', () => {
    const form = 'https://github.com/a/b/issues/new?template=reuse-request.yml';
    const link = new URL(requestForm(form, CANDIDATE, NEED, ADDRESS));
    expect([...link.searchParams.keys()]).toEqual(['template', 'title', 'target', 'need', 'functions']);
    expect(link.searchParams.get('functions')).toBe('余位发布、车位数据');
    expect(link.href.length).toBeLessThan(6000);
  });
});
