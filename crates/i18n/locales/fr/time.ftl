### Time limits in words: when an answer is due, why on that day, how much is left, how late it is.

## Due dates

due-by-organisation = Réponse attendue de : { $organisation }, avant la fin du { $date }.
due-reopen-until = Vous pouvez demander la réouverture jusqu’au { $date }.
due-reopen-days =
    { $days ->
       [one] Vous pouvez demander la réouverture dans le délai de { $days } jour à partir de celui où cette réponse vous est annoncée.
       [many] Vous pouvez demander la réouverture dans les { $days } de jours à partir de celui où cette réponse vous est annoncée.
      *[other] Vous pouvez demander la réouverture dans les { $days } jours à partir de celui où cette réponse vous est annoncée.
    }

## How much is left, how late

due-days-left =
    { $days ->
       [0] dernier jour aujourd’hui
       [one] il reste { $days } jour
       [many] il reste { $days } de jours
      *[other] il reste { $days } jours
    }
due-days-late =
    { $days ->
       [0] dans le délai
       [one] en retard de { $days } jour
       [many] en retard de { $days } de jours
      *[other] en retard de { $days } jours
    }
due-chip-left =
    { $days ->
       [0] Aujourd’hui
       [one] J−{ $days }
       [many] J−{ $days }
      *[other] J−{ $days }
    }
due-chip-late =
    { $days ->
       [one] Retard { $days } j
       [many] Retard { $days } j
      *[other] Retard { $days } j
    }

## Why that day

derivation-title = Comment cette date est calculée
derivation-calendar =
    { $days ->
       [one] { $days } jour
       [many] { $days } de jours
      *[other] { $days } jours
    } à compter du { $from }, jour du dépôt non compté.
derivation-working =
    { $days ->
       [one] { $days } jour ouvrable
       [many] { $days } de jours ouvrables
      *[other] { $days } jours ouvrables
    } à compter du { $from }, jour du dépôt et jours de repos non comptés.
derivation-reopening-calendar =
    { $days ->
       [one] { $days } jour
       [many] { $days } de jours
      *[other] { $days } jours
    } à compter de la réouverture du { $from }, ce jour non compté.
derivation-reopening-working =
    { $days ->
       [one] { $days } jour ouvrable
       [many] { $days } de jours ouvrables
      *[other] { $days } jours ouvrables
    } à compter de la réouverture du { $from }, ce jour et les jours de repos non comptés.
derivation-holidays-counted = Les jours fériés compris dans ce délai comptent : { $list }.
derivation-not-moved = Le dernier jour est le { $date } ; l’échéance n’est pas reportée.
derivation-rolled-weekend = Le dernier jour est le { $date }, jour de repos : l’échéance passe au { $due }.
derivation-rolled-holiday = Le dernier jour est le { $date }, jour férié ({ $holiday }) : l’échéance passe au { $due }.
derivation-rolled-run = Le dernier jour est le { $date }, qui n’est pas ouvrable. Jours de repos qui se suivent : { $list }. L’échéance passe au premier jour ouvrable, le { $due }.
derivation-estimated-holiday = La date de cette fête est une estimation ; elle peut bouger d’un jour. Dans ce cas, l’échéance est recalculée.
derivation-extended =
    { $days ->
       [one] Le délai a été prolongé une fois, de { $days } jour, par décision motivée.
       [many] Le délai a été prolongé une fois, de { $days } de jours, par décision motivée.
      *[other] Le délai a été prolongé une fois, de { $days } jours, par décision motivée.
    }
derivation-paused =
    { $days ->
       [0] L’attente de votre réponse n’a pas suspendu le délai.
       [one] L’attente de votre réponse a suspendu le délai { $days } jour.
       [many] L’attente de votre réponse a suspendu le délai { $days } de jours.
      *[other] L’attente de votre réponse a suspendu le délai { $days } jours.
    }
due-clock-sentence = Déposé le { $from }, réponse au plus tard le { $date }.
due-clock-filed = dépôt
due-clock-due = échéance
