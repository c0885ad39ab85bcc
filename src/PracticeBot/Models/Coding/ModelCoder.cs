using System.Text.Json;
using Microsoft.Extensions.AI;
using PracticeBot.Content.Prompts;
using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Learning;
using PracticeBot.Models.Assessing;

namespace PracticeBot.Models.Coding;

/// <summary>
/// Codes a reply to anybody by a language model, in the terms of the fitted models. For measuring: where the model fails, nobody fills in.
/// </summary>
internal sealed class ModelCoder(IChatClient chat, PromptLibrary prompts)
{
    private const int Tries = 2;

    private static readonly JsonSerializerOptions Members = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    public Prompt Prompt => prompts[PromptContracts.Coder];

    public IReadOnlyList<ChatMessage> Messages(string client, string reply) =>
        Prompt.Render(new Dictionary<string, object?>(StringComparer.Ordinal) { ["client"] = client, ["reply"] = reply });

    /// <returns>The model's own JSON.</returns>
    /// <exception cref="ModelFaultException">The model failed.</exception>
    /// <exception cref="AnswerFaultException">Twice its answer could not be used.</exception>
    public async Task<string> AskAsync(string client, string reply, CancellationToken cancellationToken)
    {
        var options = Prompt.Options(ChatResponseFormat.ForJsonSchema(CoderSchema.Schema, CoderSchema.Name));
        for (var attempt = 1; ; attempt++)
        {
            var answer = await chat.GetResponseAsync(Messages(client, reply), options, cancellationToken);
            try
            {
                var json = Json(answer.Text);
                Read(json, reply);
                return json;
            }
            catch (AnswerFaultException) when (attempt < Tries)
            {
                // Another try may go better.
            }
        }
    }

    /// <exception cref="AnswerFaultException">It can't be used.</exception>
    public static ReplyJudgement Read(string json, string reply)
    {
        CodingAnswer answer;
        try
        {
            answer = JsonSerializer.Deserialize<CodingAnswer>(json, Members) ?? throw new AnswerFaultException(AnswerFault.WrongShape);
        }
        catch (JsonException)
        {
            throw new AnswerFaultException(AnswerFault.WrongShape);
        }

        var sure = AssessorWords.Sureness.Read(answer.Sure);
        var quotes = new Quotes(reply);
        Evidence?[] evidence =
        [
            Shown(answer.Reactions, "epitome.emotionalReactions"), Shown(answer.Interpretations, "epitome.interpretations"), Shown(answer.Explorations, "epitome.explorations"),
        ];
        return new ReplyJudgement
        {
            EmotionalReactions = Decided(CoderSchema.Strengths, answer.Reactions.Strength, sure),
            Interpretations = Decided(CoderSchema.Strengths, answer.Interpretations.Strength, sure),
            Explorations = Decided(CoderSchema.Strengths, answer.Explorations.Strength, sure),
            Behaviour = Decided(CoderSchema.Behaviours, answer.Behaviour, sure),
            Reflection = Decided(CoderSchema.Reflections, answer.Reflection, sure),
            Question = Decided(CoderSchema.Questions, answer.Question, sure),
            Level = Decided(CoderSchema.Levels, answer.Level, sure),
            Fit = CoderSchema.Belongings.Read(answer.Belongs),
            FindEvidence = () => [.. evidence.OfType<Evidence>()],
        };

        Evidence? Shown(FoundMechanism found, string dimension) =>
            CoderSchema.Strengths.Read(found.Strength) == 0 ? null : quotes.Find(found.Words, dimension);
    }

    /// <summary>From the first brace to the last: smaller models write some prose around it.</summary>
    private static string Json(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        return start >= 0 && end > start ? text[start..(end + 1)] : throw new AnswerFaultException(AnswerFault.NotJson);
    }

    /// <summary>A model gives no probabilities: the class that it chose has its sureness, the others share the rest.</summary>
    private static Decided Decided(WordMap<int> classes, string word, double sure)
    {
        var chosen = classes.Read(word);
        var rest = (1 - sure) / (classes.Words.Count - 1);
        return new Decided(chosen, classes.Words[chosen], [.. Enumerable.Range(0, classes.Words.Count).Select(index => (float)(index == chosen ? sure : rest))]);
    }
}
