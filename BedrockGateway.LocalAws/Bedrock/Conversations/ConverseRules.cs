using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>What Bedrock refuses of a conversation that has the right shape, in its words.</summary>
internal static class ConverseRules
{
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: the conversation is none, or the model does not take it.
    /// <c>AccessDeniedException</c> (403): the model caches nothing.
    /// </exception>
    public static void Check(Prompt prompt, FoundationModel model, bool isStreamed)
    {
        var features = ConverseFeatures.Of(model);
        var problem = Conversation(prompt)
            ?? Contents(prompt)
            ?? ConverseToolRules.Problem(prompt, features, isStreamed)
            ?? Model(prompt, model, features);
        if (problem is not null)
        {
            throw new AwsFault("ValidationException", problem);
        }

        if (!features.Cache && PromptMeter.Measure(prompt).CachePoints.Count > 0)
        {
            throw new AwsFault(
                "AccessDeniedException",
                "You invoked an unsupported model or your request did not allow prompt caching. "
                + "See the documentation for more information.",
                System.Net.HttpStatusCode.Forbidden);
        }
    }

    private static string? Conversation(Prompt prompt)
    {
        if (prompt.Turns is not [{ IsUser: true }, ..])
        {
            return "A conversation must start with a user message. "
                + "Try again with a conversation that starts with a user message.";
        }

        var alternates = prompt.Turns.Zip(prompt.Turns.Skip(1)).All(pair => pair.First.Role != pair.Second.Role);
        return alternates
            ? null
            : "A conversation must alternate between user and assistant roles. "
                + "Make sure the conversation alternates between user and assistant roles and try again.";
    }

    private static string? Contents(Prompt prompt)
    {
        foreach (var (index, part) in prompt.System.Index())
        {
            if (IsBlank(part))
            {
                return $"The text field in the SystemContentBlock object at system.{index} is blank. "
                    + "Add text to the text field, and try again.";
            }
        }

        return prompt.Turns.Index().Select(turn => Content(turn.Index, turn.Item))
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? Content(int turnIndex, Turn turn)
    {
        if (turn.Parts.Count == 0)
        {
            return $"The content field in the Message object at messages.{turnIndex} is empty. "
                + "Add a ContentBlock object to the content field and try again.";
        }

        foreach (var (index, part) in turn.Parts.Index())
        {
            if (IsBlank(part))
            {
                return $"The text field in the ContentBlock object at messages.{turnIndex}.content.{index} is blank. "
                    + "Add text to the text field, and try again.";
            }
        }

        return turn.IsUser && turn.Parts.Any(part => part is FilePart) && !turn.Parts.Any(part => part is TextPart)
            ? "A text block must be included when using documents."
            : null;
    }

    private static bool IsBlank(Part part) => part is TextPart { Text: var text } && string.IsNullOrWhiteSpace(text);

    private static string? Model(Prompt prompt, FoundationModel model, ConverseFeatures features)
    {
        if (prompt.System.Count > 0 && !features.System)
        {
            return "This model doesn't support system messages.";
        }

        if (!features.MixedTurns && !prompt.Turns[^1].IsUser)
        {
            return "The model that you are using requires the last turn in the conversation to be a user message. "
                + "Add a user message to the conversation and try again.";
        }

        if (prompt.Images.Any() && !features.Images)
        {
            return "This model doesn't support the image content block that you provided.";
        }

        return prompt.MaxTokens < int.MaxValue && prompt.MaxTokens > model.MaxOutputTokens
            ? $"The maximum tokens you requested exceeds the model limit of {model.MaxOutputTokens}. "
                + $"Try again with a maximum tokens value that is lower than {model.MaxOutputTokens}."
            : null;
    }
}
