import { CONTAINER_HOLDERS, containersOf } from '../../analysis/containers';
import { byAlternative } from '../../analysis/network/alternatives';
import { literal } from '../../model/requirement';
import { defineRule } from '../define';

const ordinary = literal(
  { ja: 'root以外の利用者', en: 'another user than root' },
  (user) => !/^(root|0+|ContainerAdministrator)(:|$)/i.test(String(user)),
);

export const ContainerUserIsNotRoot = defineRule({
  id: 'ContainerUserIsNotRoot',
  clauses: ['7.4(1)⑧', '7.2(1)③(ア)'],
  // A measure against malware that the clause does not name.
  duty: 'should',
  title: {
    ja: 'コンテナは、root以外の利用者で動かす',
    en: 'Containers run as another user than root',
  },
  why: {
    ja: 'rootで動くコンテナでは、一つの欠陥で中の全てを書き換えられる。',
    en: 'In a container that runs as root one flaw is enough to change everything in it.',
  },
  fix: {
    ja: 'Userに、root以外の利用者（1000:1000等）を指定してください。指定しない場合は、イメージの定めによります。',
    en: 'Set User to another user than root, such as 1000:1000. Without it, the image decides.',
  },
  cdk: { ja: 'addContainerのuserを指定する', en: 'user of addContainer' },
  resources: CONTAINER_HOLDERS,
  check: (holder) =>
    containersOf(holder).every((container) => {
      const user = container.get('User');
      return byAlternative(user, (value) =>
        value.kind === 'absent'
          ? user.states(
              'needed',
              { ja: '指定なし（イメージが定める）', en: 'not set (the image decides)' },
              {
                ja: 'イメージの利用者がrootでないことの確認',
                en: 'shown that the image has another user than root',
              },
            )
          : user.must(ordinary),
      );
    }),
});
