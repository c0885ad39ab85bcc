namespace PracticeBot.Channels.BotConnector.Authentication;

/// <summary>Why somebody is not taken for a channel. For the log and the counter; the answer says nothing of it.</summary>
internal enum ChannelRefusal
{
    NoHeader,

    /// <summary>Not exactly a scheme and a token, or another scheme than Bearer.</summary>
    BadHeader,
    TooLong,
    NotAToken,

    /// <summary>A name stands twice in it: two readers could read two things.</summary>
    DuplicateClaims,
    WrongIssuer,

    /// <summary>Not signed, or by another algorithm than RSA with SHA-2.</summary>
    WrongAlgorithm,
    UnknownKey,

    /// <summary>The issuer's keys can't be had.</summary>
    NoKeys,

    /// <summary>The key's certificate is past its time.</summary>
    ExpiredCertificate,
    BadSignature,
    WrongAudience,
    NoExpiry,
    Expired,
    NotYetValid,
    NoServiceUrl,

    /// <summary>A good token, for an activity from somewhere else.</summary>
    WrongServiceUrl,

    /// <summary>A good token, by a key that does not stand for this channel.</summary>
    NotEndorsed,
}
