import type { Sibling } from '../siblings.ts'

/** What is spoken, and what newspapers do daily, in other languages than English: in the notation of the English ones. */
export const spoken: Record<string, Sibling[]> = {
  'dialogues with dashes': [
    [
      '— Мы готовы, — сказал Орлов. — Но денег нет.\n— Сколько нужно? — спросила Анна Берг.',
      'Мы готовы … Но денег нет. <- *Орлов',
      'Сколько нужно? <- =Анна Берг',
    ],
    [
      'En el puerto hace frío.\n—Estamos listos —dijo Ana Torres—. Pero falta dinero.\n—¿Cuánto falta? —preguntó un vecino.',
      'Estamos listos … Pero falta dinero. <- =Ana Torres',
      '¿Cuánto falta? <- ~un vecino',
    ],
    [
      'Il fait froid sur le quai.\n— Nous sommes prêts, a dit Paul Orlov. Mais l’argent manque.\n— Combien faut-il ? demanda le maire.',
      'Nous sommes prêts <- =Paul Orlov',
      'Combien faut-il ? <- ~le maire',
    ],
    ['Les prix :\n— le pain coûte deux euros ;\n— le lait coûte un euro.'],
    ['Los precios:\n– el pan cuesta dos euros;\n– la leche cuesta un euro.'],
  ],
  'interviews and transcripts': [
    [
      'Interview mit Anna Berg über den neuen Hafen.\n\n**Wann öffnet er?**\n\nIm Mai, wenn alles gut geht.\n\n**Und wer zahlt?**\n\nDer Bund. Der Minister hat gesagt, dass er zahlen werde.',
      'Wann öffnet er? <- ~questioner',
      'Im Mai, wenn alles gut geht. <- =Anna Berg',
      'dass er zahlen werde <- ~Der Minister < =Anna Berg',
    ],
    [
      'Frage: Wann öffnet der neue Hafen?\nAntwort: Das wissen wir noch nicht genau.\nFrage: Und wer zahlt am Ende dafür?\nAntwort: Der Bund wird es zahlen müssen.',
      'Wann öffnet der neue Hafen? <- ~questioner',
      'Der Bund wird es zahlen müssen. <- ~the one who answers',
    ],
    [
      'Entretien avec Anne Lebrun, qui dirige le port.\n\nQuestion : Quand ouvrira-t-il ?\n\nAnne Lebrun : En mai, si tout va bien.\n\nQuestion : Et qui paiera ?\n\nA. L. : L’État, je crois, et la région.',
      'En mai, si tout va bien. <- =Anne Lebrun',
      'L’État, je crois, et la région. <- =Anne Lebrun',
    ],
    [
      'Hablamos con Ana Torres, directora del puerto.\n\nPregunta. ¿Cuándo abre el puerto?\n\nRespuesta. En mayo, si todo va bien.\n\nP. ¿Y quién paga?\n\nR. El Estado paga la mitad de la obra.',
      '¿Cuándo abre el puerto? <- ~questioner',
      'El Estado paga la mitad de la obra. <- =Ana Torres',
    ],
    [
      'Мы поговорили с директором порта. Анна Орлова работает там десять лет.\n\nВопрос: Когда откроют порт?\n\nАнна Орлова: В мае, если всё будет хорошо.\n\nВопрос: А кто заплатит?\n\nАнна Орлова: Министр сказал, что заплатит область.',
      'Когда откроют порт? <- ~questioner',
      'В мае, если всё будет хорошо. <- =Анна Орлова',
      'что заплатит область <- ~Министр < =Анна Орлова',
    ],
    [
      'حوار مع مدير الميناء سامر الحداد.\n\nسؤال: متى يفتح الميناء الجديد؟\n\nسامر الحداد: في شهر مايو إن شاء الله.\n\nسؤال: ومن سيدفع ثمن ذلك؟\n\nسامر الحداد: الحكومة ستدفع نصف المبلغ.',
      'متى يفتح الميناء الجديد؟ <- ~questioner',
      'الحكومة ستدفع نصف المبلغ. <- =سامر الحداد',
    ],
  ],
  'what stands in the sentence before': [
    ['Hummeln können zählen. Das berichten Forscher der Universität Bielefeld.', 'Hummeln können zählen <- *Forscher'],
    [
      'Les glaciers auront disparu avant 2040. C’est ce qu’affirme une étude.',
      'Les glaciers auront disparu avant 2040 <- ~une étude',
    ],
    ['El puerto abrirá en mayo. Así lo anunció el alcalde.', 'El puerto abrirá en mayo <- ~el alcalde'],
    ['Мост закроют до весны. Об этом сообщил Иван Петров.', 'Мост закроют до весны <- =Иван Петров'],
    ['Мост закроют до весны. Об этом во вторник сообщила мэрия.', 'Мост закроют до весны <- ~мэрия'],
  ],
  'passed on at the end': [
    [
      '«Мост закроют до весны», — сказал Иван Петров, передаёт ТАСС.',
      '«Мост закроют до весны» <- =Иван Петров < *ТАСС',
    ],
  ],
  'the mood of indirect speech': [
    [
      'Der Kai ist gesunken, sagte Anna Berg. Niemand sei in Gefahr. Die Arbeiten würden bald beginnen.',
      'Niemand sei in Gefahr <- =Anna Berg',
      'Die Arbeiten würden bald beginnen <- =Anna Berg',
    ],
    ['Karl Holm wies das zurück: Niemand habe etwas gewusst.', 'Niemand habe etwas gewusst <- =Karl Holm'],
    ['Der Hafen ist zu. Wenn es so weitergeht, würden wir gehen.'],
  ],
  'one person, one source': [
    [
      'La ministre du Logement, Hélène Cassagne, est arrivée à Brest. « Le texte est prêt pour le vote », a répété Mme Cassagne.',
      '« Le texte est prêt pour le vote » <- =Hélène Cassagne',
    ],
    [
      'El alcalde, Fermín Soria, dijo que el agua volverá. Soria insistió en que no hay peligro.',
      'que el agua volverá <- =Fermín Soria',
      'que no hay peligro <- =Fermín Soria',
    ],
    [
      'Finanzsenator Ulrich Maas kam spät. „Wir werden niemanden im Regen stehen lassen“, so der Senator.',
      '„Wir werden niemanden im Regen stehen lassen“ <- =Ulrich Maas',
    ],
    ['Олег Шатров осмотрел мост. По словам Шатрова, ремонт начнётся весной.', 'ремонт начнётся весной <- =Олег Шатров'],
    [
      'Anna Berg und Karl Berg kamen zum Hafen. Berg sagte, dass die Brücke gesperrt bleibt.',
      'die Brücke gesperrt bleibt <- =Berg',
    ],
  ],
  'a form that is a noun': [
    [
      'El ministro Hernán Rojas escribió en su cuenta de X: «Cumpliremos si ellos cumplen».',
      '«Cumpliremos si ellos cumplen» <- =Hernán Rojas',
    ],
    ['Le juge que la famille a vu hier est parti en vacances.'],
  ],
}
