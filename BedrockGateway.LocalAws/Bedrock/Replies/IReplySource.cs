using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>What text models answer.</summary>
internal interface IReplySource
{
    /// <exception cref="AwsFault">The source fails, in Bedrock's terms.</exception>
    Task<Reply> AnswerAsync(ModelRequest request, Prompt prompt, CancellationToken cancellationToken);

    /// <summary>The same reply step by step.</summary>
    /// <exception cref="AwsFault">The source fails, in Bedrock's terms.</exception>
    IAsyncEnumerable<ReplyEvent> StreamAsync(
        ModelRequest request, Prompt prompt, CancellationToken cancellationToken);
}
