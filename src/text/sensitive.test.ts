import { describe, expect, it } from 'vitest';
import { findSensitive } from './sensitive.ts';

const said = (text: string): readonly string[] =>
  findSensitive(text).map(({ kind, severity }) => (severity === 'error' ? kind : `${kind}?`));
// Put together here, so that no scanner takes them for real ones.
const key = (...parts: readonly string[]): string => parts.join('');

describe('addresses of machines', () => {
  it.each([
    ...[
      'OpenSSL 1.1.1.1',
      '规范 2.0.1.5',
      '见 3.2.1.4 节',
      'V3.2.1.0',
      'v1.2.3.4',
      '版本1.2.3.4、2.0.1.5',
      '第10.1.2.3条',
    ],
    ...[
      '标准 5.2.1.4 条款',
      '软件版本号：2.4.0.1',
      'version 1.2.3.4',
      '版本：10.1.2.3',
      'Oracle 11.2.0.4',
      '依据《规程》4.1.2.3',
      '升级到 2.0.0.1',
    ],
    ...['255.255.255.0', '127.0.0.1', '0.0.0.0', '10 点 20 分', '10 点 1 点 2 点 3'],
    ...['std::string', '12:30:45', '00:1A:2B:3C:4D:5E', '1.2.3', '1.2.3.4.5', '2026.03.05', '300.1.1.1'],
  ])('are none in %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    ...[
      '10.20.30.40',
      '172.16.3.4',
      '192.168.1.5',
      '服务器 192.168.1.5',
      'MySQL 192.168.1.5',
      'IP：8.8.8.8',
      '公网 202.102.224.68',
    ],
    ...[
      'http://1.1.1.1/',
      '1.2.3.4:8080',
      '10.20.30.0/24',
      '192.168.1.x',
      'ping 114.114.114.114',
      '版本 2，地址 8.8.8.8',
    ],
    ...[
      '192。168。1。1',
      '192[.]168[.]1[.]1',
      '10&#46;20.30.40',
      '10.20.**30**.40',
      '１０．２０．３０．４０',
      '\\x31\\x30.20.30.40',
    ],
    ...[
      '192 . 168 . 1 . 5',
      '192.168. 1.5',
      '192 点 168 点 1 点 5',
      '192.168.001.005',
      '网关 10 点 1 点 2 点 3',
    ],
    ...['fe80::1', '地址：fe80::1', '2001:db8::8a2e:370:7334/64', '2001:0db8:85a3:0000:0000:8a2e:0370:7334'],
  ])('are found in %s', (text) => {
    expect(said(text)).toEqual(['IP 地址']);
  });

  it.each([
    '接口 202.102.224.68',
    '依据省厅统一安排开通 202.102.224.68',
    '按 10.20.30.40 配置',
    '3.2.1.4 建设内容',
    'Windows 10.0.1.5',
  ])('are left to the office in %s', (text) => {
    expect(said(text)).toEqual(['IP 地址?']);
  });
});

describe('passwords', () => {
  it.each([
    ...[
      '账号为GitHub账号的数字编号',
      '用户名为admin',
      '登录账号：admin',
      '密码：由管理员设置',
      '密码采用SM4加密',
      '密码：SM2/SM3/SM4',
    ],
    ...[
      '密码为8-16位',
      '密码长度不少于8位，口令90天更换',
      '商用密码应用',
      '密码GB/T 39786-2021',
      '角色 admin/user/guest',
      '密码：******',
    ],
    ...['https://example.cn/admin/login', '用户/密码登录', '账号、密码由短信下发', '密码：'],
    ...['zhi-hui-shi-pin-h3cp', 'shi-pin-an-quan-feng-xc46'],
  ])('are none in %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    ...[
      '密码：123456',
      '密码为Admin@123',
      '口令是abc123',
      '初始密码 123456',
      'password=Passw0rd',
      '密码admin123',
      'pwd: qwerty',
      'PIN码 123456',
      '登录 admin 密码 admin',
    ],
    ...[
      'admin/Admin@123',
      'root/123456',
      'admin/admin',
      '登录账号 admin/Admin@123',
      '账号 zhangsan/Zs2024@',
      '用户名admin 密码Admin@123',
    ],
    ...[
      '用户名：admin，密码：Admin@2024',
      'ftp://user:pass@files.internal/x',
      '密&#30721;：123456',
      '密**码**：123456',
      '密码：１２３４５６',
    ],
  ])('are found in %s', (text) => {
    expect(said(text)).toEqual(['账号口令']);
  });
});

describe('keys and tokens', () => {
  it.each([
    key('AKIA', 'IOSFODNN7EXAMPLE'),
    key('-----BEGIN ', 'PRIVATE KEY-----'),
    key('-----BEGIN RSA ', 'PRIVATE KEY-----'),
    key('-----BEGIN OPENSSH ', 'PRIVATE KEY-----'),
    key('AGE-SECRET-', 'KEY-1', 'Q'.repeat(58)),
    key('Authorization: Bear', 'er abcdef1234567890abcdef'),
    key('gh', 'p_', 'a1'.repeat(18)),
    key('LTAI', 'abcdefgh12345678'),
    key('eyJhbGciOiJIUzI1', '.eyJzdWIiOiIx', '.c2lnbmF0dXJl'),
    'token：abcdef1234567890',
    'api_key = 1234567890abcdefghij',
    '密钥：abcdef1234567890',
    'SECRET_KEY=abcdef1234567890',
  ])('are found in %s', (text) => {
    expect(said(text)).toEqual(['密钥或令牌']);
  });

  it.each([
    '密钥由国密局管理，令牌为动态令牌',
    `sha256: ${'e3b0c442'.repeat(8)}`,
    '封存公钥: age1ja9mj93cs0f75yv6n4f5hrwg0jyvchudrx36pyx4563jtxqgydfs84kvjd',
    'token 由平台签发',
  ])('are none in %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});
