-- What the 18+ team has stopped, and the limits of posting and of asking for codes. Limits are kept here so that no
-- two requests at the same moment are together over one.

-- Why the 18+ team paused it, for whoever posted it; only the team lifts that. Empty when it has not.
ALTER TABLE opportunity ADD COLUMN stopped_because TEXT NOT NULL DEFAULT '';

-- Nobody floods the review to collect names: three waiting at once, ten in seven days.
CREATE TRIGGER a_poster_has_three_waiting_at_most BEFORE UPDATE OF state ON opportunity_revision WHEN NEW.state = 'submitted' AND OLD.state <> 'submitted' AND (SELECT count(*) FROM opportunity_revision r JOIN opportunity o ON o.id = r.opportunity_id WHERE r.state = 'submitted' AND o.owner_id = (SELECT owner_id FROM opportunity WHERE id = NEW.opportunity_id)) >= 3 BEGIN SELECT RAISE(ABORT, 'poster has three waiting'); END;

CREATE TRIGGER a_poster_sends_ten_a_week_at_most BEFORE UPDATE OF state ON opportunity_revision WHEN NEW.state = 'submitted' AND OLD.state <> 'submitted' AND (SELECT count(*) FROM opportunity_revision r JOIN opportunity o ON o.id = r.opportunity_id WHERE r.submitted_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.submitted_at, '-7 days') AND (r.opportunity_id <> NEW.opportunity_id OR r.number <> NEW.number) AND o.owner_id = (SELECT owner_id FROM opportunity WHERE id = NEW.opportunity_id)) >= 10 BEGIN SELECT RAISE(ABORT, 'poster has sent ten this week'); END;

-- Five codes for one address in a quarter of an hour.
CREATE TRIGGER five_codes_an_address_at_most BEFORE INSERT ON sign_in_request WHEN (SELECT count(*) FROM sign_in_request WHERE email_hash = NEW.email_hash AND asked_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.asked_at, '-15 minutes')) >= 5 BEGIN SELECT RAISE(ABORT, 'address has asked five times'); END;
