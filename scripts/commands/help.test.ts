import { describe, expect, it } from 'vitest';
import { helpText } from './help.ts';

describe('the help of a command', () => {
  it('is Chinese throughout, and says what stands when an option is left out', () => {
    const text = helpText('route', '走哪条路径', {
      lead: { type: 'string', description: '牵头主体' },
      format: { type: 'string', description: '输出格式', default: 'pretty' },
      fix: { type: 'boolean', description: '先改好' },
    });
    expect(text).toContain('route：走哪条路径');
    expect(text).toContain('  --format 内容       输出格式（不写时是 pretty）');
    expect(text).toMatch(/--fix {3,}先改好/);
    expect(text).not.toMatch(/USAGE|OPTIONS|Default/);
  });
});
