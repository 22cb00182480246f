using System.Net;
using Amazon.Runtime;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Why a call of AWS failed.</summary>
/// <param name="Type">Bedrock's code, or the exception's type.</param>
/// <param name="IsCallers">Whether the request was wrong, so that another one would have gone well.</param>
/// <param name="KnowsModel">Whether Bedrock had found the model before it failed.</param>
internal sealed record CallFailure(string Type, bool IsCallers, bool KnowsModel)
{
    public static readonly CallFailure NotJson = new("not_json", IsCallers: false, KnowsModel: true);

    public static CallFailure Of(Exception fault) => fault switch
    {
        AmazonServiceException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.NotFound } refused =>
            new(CodeOf(refused), IsCallers: true, KnowsModel: false),
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden } denied =>
            new(CodeOf(denied), IsCallers: false, KnowsModel: false),
        AmazonServiceException failed =>
            new(CodeOf(failed), IsCallers: false, KnowsModel: (int)failed.StatusCode >= 400),
        OperationCanceledException => new("timeout", IsCallers: false, KnowsModel: false),
        _ => new(fault.GetType().FullName!, IsCallers: false, KnowsModel: false),
    };

    private static string CodeOf(AmazonServiceException fault) =>
        fault.ErrorCode is { Length: > 0 } code ? code : fault.GetType().Name;
}
