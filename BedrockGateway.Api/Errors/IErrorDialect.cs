using System.Buffers;

namespace BedrockGateway.Api.Errors;

/// <summary>How one kind of client is told of failures; the metadata of its routes.</summary>
internal interface IErrorDialect
{
    /// <summary>Answers with the failure, while nothing has been sent.</summary>
    Task AnswerAsync(HttpContext http, Fault fault);

    /// <summary>Writes the failure as the last event of a stream that has begun.</summary>
    void WriteEvent(IBufferWriter<byte> output, HttpContext http, Fault fault);
}
