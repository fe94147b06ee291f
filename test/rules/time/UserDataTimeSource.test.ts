import { timeSettings } from '../../../lib/analysis/time-settings';
import { UserDataTimeSource } from '../../../lib/rules/time/UserDataTimeSource';
import { ruleCases } from '../../helpers/rule-cases';

const ALLOWED = '169.254.169.123';
const script = (...lines: string[]) => ['#!/bin/bash', ...lines].join('\n');
const instance = (UserData?: unknown, more: object = {}) => ({
  Type: 'AWS::EC2::Instance',
  ...more,
  Properties: { ImageId: 'ami-1', ...(UserData === undefined ? {} : { UserData }) },
});
const base64 = (text: unknown) => ({ 'Fn::Base64': text });
const free = { Parameters: { P: { Type: 'String', Default: ALLOWED } } };

ruleCases(UserDataTimeSource, [
  {
    name: 'accepts chrony with the Amazon Time Sync Service',
    expect: 'compliant',
    resources: {
      I: instance(base64(script(`echo "server ${ALLOWED} prefer iburst minpoll 4" > /etc/chrony.conf`))),
    },
  },
  {
    name: 'refuses a public server',
    expect: 'violation',
    resources: { I: instance(base64(script('echo "server ntp.nict.jp iburst" > /etc/chrony.conf'))) },
    message: /ntp\.nict\.jp/,
  },
  {
    name: 'reads Base64 that is written out',
    expect: 'violation',
    resources: {
      I: instance(
        Buffer.from(script('echo "pool 2.amazon.pool.ntp.org iburst" >> /etc/chrony.conf')).toString(
          'base64',
        ),
      ),
    },
  },
  {
    name: 'reads Fn::Join and Fn::Sub, with other parts unknown',
    expect: 'violation',
    template: {
      ...free,
      Resources: {
        I: instance(
          base64({
            'Fn::Join': ['\n', ['#!/bin/bash', { 'Fn::Sub': 'hostname ${P}' }, 'ntpdate ntp.nict.jp']],
          }),
        ),
      },
    },
  },
  {
    name: 'reads a launch template',
    expect: 'violation',
    resources: {
      T: {
        Type: 'AWS::EC2::LaunchTemplate',
        Properties: { LaunchTemplateData: { UserData: base64(script('timedatectl set-ntp false')) } },
      },
    },
    property: 'LaunchTemplateData.UserData',
  },
  {
    name: 'reads a launch configuration',
    expect: 'violation',
    resources: {
      C: {
        Type: 'AWS::AutoScaling::LaunchConfiguration',
        Properties: {
          UserData: base64(
            '<powershell>\nw32tm /config /manualpeerlist:"time.windows.com,0x9" /update\n</powershell>',
          ),
        },
      },
    },
  },
  {
    name: 'reads files of cfn-init',
    expect: 'violation',
    resources: {
      I: instance(base64(script(`echo "server ${ALLOWED} iburst" > /etc/chrony.conf`)), {
        Metadata: {
          'AWS::CloudFormation::Init': {
            config: { files: { '/etc/chrony.conf': { content: 'server ntp.jst.mfeed.ad.jp iburst\n' } } },
          },
        },
      }),
    },
  },
  {
    name: 'refuses a clock that is stopped',
    expect: 'violation',
    resources: { I: instance(base64(script('systemctl disable --now chronyd'))) },
    message: /chronyd/,
  },
  {
    name: 'cannot tell a server that a parameter names',
    expect: 'undetermined',
    template: {
      ...free,
      Resources: {
        I: instance(base64({ 'Fn::Sub': script('echo "server ${P} iburst" > /etc/chrony.conf') })),
      },
    },
  },
  {
    name: 'knows the values that a parameter can take',
    expect: 'violation',
    template: {
      Parameters: { P: { Type: 'String', AllowedValues: [ALLOWED, 'ntp.nict.jp'] } },
      Resources: {
        I: instance(base64({ 'Fn::Sub': script('echo "server ${P} iburst" > /etc/chrony.conf') })),
      },
    },
    message: /when P is "ntp\.nict\.jp"/,
  },
  {
    name: 'cannot tell lines that a parameter holds',
    expect: 'undetermined',
    template: { ...free, Resources: { I: instance(base64({ 'Fn::Sub': script('${P}') })) } },
  },
  {
    name: 'cannot read a script that is a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { I: instance({ Ref: 'P' }) } },
  },
  {
    name: 'asks what is in the image where nothing is said',
    expect: 'evidence',
    resources: { I: instance() },
  },
  {
    name: 'asks what is in the image where the script is about other things',
    expect: 'evidence',
    resources: { I: instance(base64(script('yum install -y nginx'))) },
  },
  {
    name: 'leaves it to the VPC where that hands out the time',
    expect: 'compliant',
    resources: {
      I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: { Ref: 'Subnet' } } },
      Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' } } },
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      Options: { Type: 'AWS::EC2::DHCPOptions', Properties: { NtpServers: [ALLOWED] } },
      A: {
        Type: 'AWS::EC2::VPCDHCPOptionsAssociation',
        Properties: { VpcId: { Ref: 'Vpc' }, DhcpOptionsId: { Ref: 'Options' } },
      },
    },
  },
]);

describe('timeSettings', () => {
  test.each<[string, string, string[]]>([
    ['a heredoc', 'cat > /etc/chrony.conf <<EOF\nserver 10.0.0.5 iburst\nEOF', ['10.0.0.5']],
    ['echo -e', 'echo -e "driftfile x\\nserver ntp.nict.jp iburst" > /etc/chrony.conf', ['ntp.nict.jp']],
    ['what sed puts in', `sed -i 's/^pool .*/server ${ALLOWED} iburst/' /etc/chrony.conf`, [ALLOWED]],
    [
      'not what sed takes out',
      `sed -i 's|pool 2.amazon.pool.ntp.org iburst|server ${ALLOWED}|' /etc/chrony.conf`,
      [ALLOWED],
    ],
    ['not what sed deletes', "sed -i '/server 0.centos.pool.ntp.org/d' /etc/chrony.conf", []],
    ['not a comment', '# chrony\n# server ntp.nict.jp iburst', []],
    [
      'not a server of nginx',
      'yum install chrony\nupstream a {\n  server app.example.jp:8080 weight=5;\n}',
      [],
    ],
    ['not a name in HAProxy', 'chronyc tracking\nserver web1 10.0.0.5:80 check', []],
    ['not a server where nothing is about the clock', 'server app.example.jp port 80', []],
    ['a shell variable', `S=${ALLOWED}\necho "server $S iburst" > /etc/chrony.conf`, [ALLOWED]],
    [
      'systemd-timesyncd',
      'echo "NTP=ntp.nict.jp ntp.ring.gr.jp" >> /etc/systemd/timesyncd.conf',
      ['ntp.nict.jp', 'ntp.ring.gr.jp'],
    ],
    [
      'not a comment that sed lifts',
      `sed -i 's/#NTP=.*/NTP=${ALLOWED}/' /etc/systemd/timesyncd.conf`,
      [ALLOWED],
    ],
    [
      'cloud-config',
      '#cloud-config\nntp:\n  enabled: true\n  servers:\n    - ntp.nict.jp\n  pools: [a.pool.ntp.org]\npackages:\n  - httpd',
      ['ntp.nict.jp', 'a.pool.ntp.org'],
    ],
    [
      'w32tm',
      'w32tm /config /syncfromflags:manual /manualpeerlist:"a.example.jp,0x9 b.example.jp"',
      ['a.example.jp,0x9', 'b.example.jp'],
    ],
    [
      'the registry',
      'Set-ItemProperty -Path HKLM:\\x\\W32Time -Name NtpServer -Value "time.windows.com,0x9"',
      ['time.windows.com,0x9'],
    ],
    ['ntpdate with options', '/usr/sbin/ntpdate -u -b ntp.nict.jp', ['ntp.nict.jp']],
    ['not the package', 'yum install -y ntpdate bind-utils', []],
    ['chronyd once', "chronyd -q 'server ntp.nict.jp iburst'", ['ntp.nict.jp']],
  ])('finds the source: %s', (_name, text, sources) => {
    expect(timeSettings(text).sources).toEqual(sources);
  });

  test.each<[string, boolean]>([
    ['systemctl stop chronyd', true],
    ['systemctl mask chronyd.service', true],
    ['yum remove -y chrony', true],
    ['apt-get purge -y chrony', true],
    ['service chronyd stop', true],
    ['chkconfig chronyd off', true],
    ['Stop-Service w32time', true],
    ['Set-Service -Name w32time -StartupType Disabled', true],
    ['timedatectl set-ntp no', true],
    ['systemctl start chronyd\nsystemctl disable chronyd', true],
    ['systemctl stop chronyd && systemctl start chronyd', false],
    ['systemctl disable ntpd; yum install -y chrony; systemctl enable chronyd', false],
    ['systemctl disable ntpd', false],
    ['# systemctl stop chronyd', false],
    ['systemctl stop firewalld', false],
    ['Restart-Service w32time', false],
  ])('sees a clock that is stopped: %s', (text, stopped) => {
    const { switchedOff } = timeSettings(text);
    expect(switchedOff.length > 0).toBe(stopped);
  });

  // Lines as long as any that are read: what takes time by the square of one would not end before the test does.
  test('takes no more than its length over hostile text', () => {
    for (const piece of ['server ', 'stop chrony', "s/a sed '", 'NTP=', '-a ', 'ntpdate -u ']) {
      const line = piece.repeat(Math.floor(65_536 / piece.length));
      timeSettings(Array.from({ length: 40 }, () => line).join('\n'));
    }
  });
});
