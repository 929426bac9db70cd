"""The post office: events kept, answers waiting to go out, forms half filled in."""
