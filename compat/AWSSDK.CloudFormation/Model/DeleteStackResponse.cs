using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The reply of <c>DeleteStack</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html
/// </remarks>
public class DeleteStackResponse : AmazonWebServiceResponse;
