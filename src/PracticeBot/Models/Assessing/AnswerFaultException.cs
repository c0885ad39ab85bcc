namespace PracticeBot.Models.Assessing;

/// <summary>What is wrong with a model's judgement.</summary>
internal enum AnswerFault
{
    /// <summary>It ended, or went on too long, before what decides was in.</summary>
    Incomplete,

    /// <summary>Not the JSON that was asked for.</summary>
    NotJson,

    /// <summary>A member is missing or of another type.</summary>
    WrongShape,

    /// <summary>A word that is on none of the lists.</summary>
    UnknownWord,
}

/// <summary>A model's judgement can't be used. The message never holds any of it.</summary>
internal sealed class AnswerFaultException : Exception
{
    public AnswerFaultException(AnswerFault fault)
        : base($"The model's judgement can't be used: {fault}.") => Fault = fault;

    public AnswerFaultException()
        : this(AnswerFault.NotJson)
    {
    }

    public AnswerFaultException(string message)
        : base(message)
    {
    }

    public AnswerFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AnswerFault Fault { get; }
}
