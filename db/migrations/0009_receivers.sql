-- Consent names one receiver. A share with somebody who does not look after the offer is refused, whatever the page
-- believed: neither a hand-over between the preview and the yes nor one at the same moment gives away what was meant
-- for another.

CREATE TRIGGER a_share_is_with_whoever_looks_after_the_offer BEFORE INSERT ON share WHEN NEW.ended_at IS NULL AND NEW.receiver_id <> (SELECT o.owner_id FROM match m JOIN opportunity o ON o.id = m.opportunity_id WHERE m.id = NEW.match_id) BEGIN SELECT RAISE(ABORT, 'share names another receiver'); END;
