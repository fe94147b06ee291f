import { literal } from '../../model/requirement';
import { asNumber, known, unknown, type Value } from '../../model/value';
import { defineRule } from '../define';

/** Where the time stands, in seconds per unit, and what it is without; at zero, nobody is disconnected. */
const PATHS: Readonly<
  Record<string, { readonly path: string; readonly unit: number; readonly otherwise: Value }>
> = {
  'AWS::AppStream::Fleet': { path: 'IdleDisconnectTimeoutInSeconds', unit: 1, otherwise: known(0) },
  'AWS::WorkSpacesWeb::UserSettings': {
    path: 'IdleDisconnectTimeoutInMinutes',
    unit: 60,
    otherwise: unknown({ ja: 'AWSの既定値', en: 'a default of AWS' }),
  },
};

export const RemoteDesktopIdleTimeout = defineRule({
  id: 'RemoteDesktopIdleTimeout',
  clauses: ['7.2(4)'],
  title: {
    ja: '遠隔の画面は、操作のないまま定められた時間が過ぎると切断する',
    en: 'Remote desktops and browsers disconnect users who are idle for the prescribed time',
  },
  why: {
    ja: '離席した職員の画面が開いたままであると、その権限を誰でも使える。',
    en: 'The screen of somebody who left the desk is at the disposal of whoever passes by.',
  },
  fix: {
    ja: 'AWS::AppStream::FleetのIdleDisconnectTimeoutInSeconds（AWS::WorkSpacesWeb::UserSettingsではIdleDisconnectTimeoutInMinutes）を、1分以上、プロファイルの定める分（maximumIdleMinutes）以下としてください。0は切断しないことを意味します。',
    en: 'Set IdleDisconnectTimeoutInSeconds of the AWS::AppStream::Fleet (IdleDisconnectTimeoutInMinutes of AWS::WorkSpacesWeb::UserSettings) to a minute at least, and to no more than maximumIdleMinutes of the profile. Zero means never.',
  },
  cdk: {
    ja: 'CfnFleet又はCfnUserSettingsの同名のプロパティを指定する',
    en: 'the property of the same name of CfnFleet or CfnUserSettings',
  },
  resources: Object.keys(PATHS),
  check: (desktop, { profile }) => {
    const { path, unit, otherwise } = PATHS[desktop.type] as (typeof PATHS)[string];
    const most = (profile.maximumIdleMinutes * 60) / unit;
    return desktop
      .get(path)
      .orDefault(otherwise)
      .must(
        literal({ ja: `1以上${most}以下`, en: `from 1 to ${most}` }, (value) => {
          const time = asNumber(value);
          return time !== undefined && time > 0 && time <= most;
        }),
      );
  },
});
